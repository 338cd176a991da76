import { bentTerm } from "./bent-term.ts";
import { buildPieces, LinearTerm, type CurveTerm } from "./curve-terms.ts";
import { partOf, type Fleet } from "./fleet.ts";
import { termAfter } from "./late-term.ts";
import { machineTerm } from "./machine-term.ts";
import type { Price } from "./price.ts";
import { slottedCurve } from "./slotted-curve.ts";
import {
  isFleetUsage,
  isSharedUsage,
  lastLoadBefore,
  usageAt,
  type MeteredCharge,
  type RequestUsage,
} from "./usage.ts";
import type { CostCurve } from "./curve.ts";

/** The curve of an offer that is billed by these meters and runs this fleet, if any. */
export function buildCurve(charges: readonly MeteredCharge[], fleet: Fleet | null): CostCurve {
  const byRequest: CurveTerm[] = [];
  const byMachine: MeteredCharge[] = [];
  for (const charge of charges) {
    const { usage, price } = charge;
    if (isFleetUsage(usage) || isSharedUsage(usage)) {
      byMachine.push(charge);
      continue;
    }
    const { fromMachines } = usage;
    const term = requestTerm(usage, price);
    if (fromMachines === undefined) byRequest.push(term);
    else byRequest.push(...termAfter(lastLoadBefore(fromMachines, fleet), term));
  }
  if (fleet === null) return { pieces: buildPieces(byRequest), fleets: [] };
  if (fleet.requestsPerMachine === Infinity) {
    for (const { usage, price } of byMachine) {
      byRequest.push(new LinearTerm(usageAt(usage, 0, fleet), 0, price));
    }
    return { pieces: buildPieces(byRequest), fleets: [] };
  }
  if (fleet.slots === undefined) {
    const { requestsPerMachine, minimumMachines, headStart } = fleet;
    const terms = byMachine.map((charge) => machineTerm(charge, wholeMonth(charge)));
    return {
      pieces: buildPieces(byRequest),
      fleets: [
        headStart === undefined
          ? { requestsPerMachine, minimumMachines, pieces: buildPieces(terms) }
          : { requestsPerMachine, minimumMachines, headStart, pieces: buildPieces(terms) },
      ],
    };
  }
  return slottedCurve(byRequest, byMachine, fleet.slots, fleet.minimumMachines);
}

function requestTerm(usage: RequestUsage, price: Price): CurveTerm {
  if (usage.bends !== undefined) return bentTerm(usage, price);
  return new LinearTerm(usage.fixed, usage.perRequest, price);
}

/** What a whole month counts for. */
function wholeMonth({ usage }: MeteredCharge): number {
  return isFleetUsage(usage) ? partOf(usage.partMonth, 1) : 1;
}
