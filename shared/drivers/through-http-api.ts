import type { CostCurve } from "../engine/curve.ts";
import type { MeteredCharge } from "../engine/usage.ts";
import { HTTP_API_CALL_KB } from "../side-costs/front-door.ts";
import { functionsOf, type Workload } from "../workload.ts";
import { meanWhere } from "./driver.ts";
import { curveWithStairs } from "./stairs.ts";

/**
 * The curve of functions behind an HTTP API along the mean response, KB. Its calls are stairs, those of each
 * function for themselves; `lines` are the charges as lines, its own among them.
 */
export function throughHttpApi(lines: readonly MeteredCharge[], workload: Workload): CostCurve {
  // Those of functions without a response.
  let fixed = 0;
  const callsByKb = new Map<number, number>();
  for (const demand of functionsOf(workload)) {
    const kb = meanWhere(workload, "egress", demand, HTTP_API_CALL_KB);
    const calls = (demand.share ?? 1) * workload.requestsPerMonth;
    if (Number.isFinite(kb)) callsByKb.set(kb, (callsByKb.get(kb) ?? 0) + calls);
    else fixed += calls;
  }
  const isCalls = ({ meter }: MeteredCharge) => meter === "api_gateway";
  const stairs = [...callsByKb].map(([kb, calls]) => ({
    slot: { share: 1, requestsPerMachine: kb },
    uses: lines.map((line) => (isCalls(line) ? calls : 0)),
  }));
  return curveWithStairs(
    lines.map((line) => (isCalls(line) ? { ...line, usage: { fixed, perRequest: 0 } } : line)),
    stairs,
    1,
  );
}
