import { LinearTerm, type CurveTerm } from "./curve-terms.ts";
import { sharedTerm } from "./shared-term.ts";
import { isFleetUsage, isSharedUsage, type MeteredCharge } from "./usage.ts";

/** What a meter of machines costs over their number, where they run `share` of the month. */
export function machineTerm({ usage, price }: MeteredCharge, share: number): CurveTerm {
  if (isFleetUsage(usage)) {
    return new LinearTerm(usage.fixed ?? 0, usage.perMachine * share, price);
  }
  if (isSharedUsage(usage)) {
    return sharedTerm(usage, price);
  }
  throw new Error("usage by request is no usage of machines");
}
