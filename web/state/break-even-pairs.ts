import { carriesUpTo } from "../../shared/carries-up-to.ts";
import type { OfferWithCurve } from "../../shared/cheapest-by-load.ts";
import { crossings, crossingsListed } from "../../shared/engine/crossings.ts";
import type { Crossing } from "../../shared/engine/crossing.ts";
import { costAt } from "../../shared/engine/curve.ts";
import type { PricedOffer } from "../../shared/price-offers.ts";
import type { Answer } from "./simulation.ts";

/** A load at which the cheaper of a pair changes. */
export interface PairPoint extends Pick<Crossing, "requestsPerMonth" | "monthlyCost"> {
  readonly cheaperBelow: "function" | "machine";
  readonly cheaperAbove: "function" | "machine";
}

/** A function and a machine, and every load at which the cheaper of the two changes. */
export interface BreakEvenPair {
  readonly functions: PricedOffer;
  readonly machine: PricedOffer;
  readonly points: readonly PairPoint[];
  /** End of the last interval in which more points lie than are listed. */
  readonly alternatesTo: number | null;
  /** The cheaper at every load, where they never cross; `null` if they always cost the same. */
  readonly cheaper: "function" | "machine" | null;
  /** Most requests a month that the machines carry: less than infinite for a fixed number. */
  readonly carriesUpTo: number;
}

/** Every function of an answer with every machine. */
export function breakEvenPairs(
  { question, requestsViewed }: Answer,
  offers: readonly OfferWithCurve[],
): BreakEvenPair[] {
  const most = crossingsListed(offers.length);
  const ofKind = (kind: "function" | "machine") =>
    offers.filter(({ offer }) => offer.kind === kind);
  const machines = ofKind("machine");
  return ofKind("function").flatMap((functions) =>
    machines.map((machine) => {
      const { points, alternations } = crossings(
        functions.curve,
        machine.curve,
        question.range,
        most,
      );
      return {
        functions,
        machine,
        points: points.map(pairPoint),
        alternatesTo: alternations.at(-1)?.to ?? null,
        cheaper: cheaperAt(functions, machine, requestsViewed),
        carriesUpTo: carriesUpTo(machine),
      };
    }),
  );
}

function pairPoint({
  requestsPerMonth,
  monthlyCost,
  cheaperBelow,
  cheaperAbove,
}: Crossing): PairPoint {
  return {
    requestsPerMonth,
    monthlyCost,
    cheaperBelow: kindOf(cheaperBelow),
    cheaperAbove: kindOf(cheaperAbove),
  };
}

function kindOf(which: Crossing["cheaperBelow"]) {
  return which === "first" ? "function" : "machine";
}

function cheaperAt(functions: OfferWithCurve, machine: OfferWithCurve, load: number) {
  const difference = costAt(functions.curve, load) - costAt(machine.curve, load);
  if (difference === 0) return null;
  return difference < 0 ? "function" : "machine";
}
