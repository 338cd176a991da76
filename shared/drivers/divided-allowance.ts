import type { CostCurve } from "../engine/curve.ts";
import type { Price } from "../engine/price.ts";
import type { MeteredCharge } from "../engine/usage.ts";
import type { Driver } from "./driver-names.ts";
import type { DrivenQuestion } from "./driver.ts";

/** How the cost of an offer along a driver goes by what its functions use of an allowance that they share. */
export interface DividedAllowance {
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
  curveAt: (priceOf: (charge: MeteredCharge) => Price) => CostCurve,
): DividedAllowance {
  return {
    used: curveAt(({ price, sharedFree }) => ({
      ...price,
      free: 0,
      tiers: [{ upTo: Infinity, unitPrice: sharedFree === undefined ? 0 : 1 }],
    })),
    curveFor: (used) =>
      curveAt(({ price, sharedFree }) => {
        if (sharedFree === undefined) return price;
        const billed = Math.max(0, 1 - sharedFree / used);
        const tiers = price.tiers.map(({ upTo, unitPrice }) => ({
          upTo: upTo / billed,
          unitPrice: unitPrice * billed,
        }));
        return { ...price, free: 0, tiers };
      }),
  };
}
