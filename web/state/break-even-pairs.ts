import { costAt } from "../../shared/engine/curve.ts";
import type { BreakEvenPoint, PricedOffer } from "../../shared/simulate.ts";
import { carriesUpTo } from "../../shared/carries-up-to.ts";
import type { Answer } from "./simulation.ts";

/** A function and a machine, and every load at which the cheaper of the two changes. */
export interface BreakEvenPair {
  readonly functions: PricedOffer;
  readonly machine: PricedOffer;
  readonly points: readonly BreakEvenPoint[];
  /** End of the last interval in which more points lie than are listed. */
  readonly alternatesTo: number | null;
  /** The cheaper at every load, where they never cross; `null` if they always cost the same. */
  readonly cheaper: "function" | "machine" | null;
  /** Most requests a month that the machines carry: less than infinite for a fixed number. */
  readonly carriesUpTo: number;
}

/** Every function of an answer with every machine. */
export function breakEvenPairs({ comparison, requestsViewed }: Answer): BreakEvenPair[] {
  const ofKind = (kind: "function" | "machine") =>
    comparison.offers.filter(({ offer }) => offer.kind === kind);
  const machines = ofKind("machine");
  return ofKind("function").flatMap((functions) =>
    machines.map((machine) => {
      const isPair = ({ between }: { readonly between: readonly [string, string] }) =>
        between.includes(functions.id) && between.includes(machine.id);
      return {
        functions,
        machine,
        points: comparison.breakEvenPoints.filter(isPair),
        alternatesTo: comparison.alternations.findLast(isPair)?.to ?? null,
        cheaper: cheaperAt(functions, machine, requestsViewed),
        carriesUpTo: carriesUpTo(machine),
      };
    }),
  );
}

function cheaperAt(functions: PricedOffer, machine: PricedOffer, load: number) {
  if (functions.curve === null || machine.curve === null) return null;
  const difference = costAt(functions.curve, load) - costAt(machine.curve, load);
  if (difference === 0) return null;
  return difference < 0 ? "function" : "machine";
}
