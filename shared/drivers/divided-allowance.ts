import { crossings } from "../engine/crossings.ts";
import type { CostCurve } from "../engine/curve.ts";
import type { LoadRange } from "../engine/load-range.ts";
import type { Price } from "../engine/price.ts";
import type { MeteredCharge } from "../engine/usage.ts";
import type { Driver } from "./driver-names.ts";
import type { DrivenQuestion } from "./driver.ts";

/** How the cost of an offer along a driver goes by what its functions use of an allowance that they share. */
export interface DividedAllowance {
  /** How much is free of each charge that shares it: as much of all, unless prices of one's own say otherwise. */
  readonly free: readonly number[];
  /** What they use, along the driver: it never falls. */
  readonly used: CostCurve;
  /**
   * The cost along the driver if so much were used throughout: of each the same part is billed then. It rises
   * with what is used, and between the bounds of prices it goes with one over that.
   */
  readonly curveFor: (used: number) => CostCurve;
}

/**
 * Whether functions of both architectures may share a free allowance, of which each has a part that changes
 * with the driver.
 */
export function mayDivide(
  { workload: { functions = [] } }: DrivenQuestion,
  driver: Driver,
): boolean {
  return (
    (driver === "execution_time" || driver === "memory") &&
    functions.some(({ options }) => options?.architecture !== undefined)
  );
}

/** `curveAt`: the curve of charges along the driver at other prices. */
export function dividedAllowance(
  free: readonly number[],
  curveAt: (priceOf: (charge: MeteredCharge) => Price) => CostCurve,
): DividedAllowance {
  return {
    free,
    used: curveAt(({ price, sharedFree }) => ({
      ...price,
      free: 0,
      tiers: [{ upTo: Infinity, unitPrice: sharedFree === undefined ? 0 : 1 }],
    })),
    curveFor: (used) =>
      curveAt(({ price, sharedFree }) => {
        if (sharedFree === undefined) return price;
        const billed = used > sharedFree ? 1 - sharedFree / used : 0;
        const tiers = price.tiers.map(({ upTo, unitPrice }) => ({
          upTo: upTo / billed,
          unitPrice: unitPrice * billed,
        }));
        return { ...price, free: 0, tiers };
      }),
  };
}

/**
 * Where in a range what is free of a charge is used up: from there on a cost has another form. Not the least that
 * is free of any: up to that nobody pays, so it is no turn.
 */
export function usedUpIn(shared: readonly DividedAllowance[], range: LoadRange): number[] {
  const least = Math.min(...shared.flatMap(({ free }) => free));
  return shared.flatMap(({ free, used }) =>
    free.flatMap((cost) => {
      if (cost === least) return [];
      const level = { pieces: [{ from: 0, cost, slope: 0 }], fleets: [] };
      return crossings(used, level, range).points.map(({ requestsPerMonth }) => requestsPerMonth);
    }),
  );
}
