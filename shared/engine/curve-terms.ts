import type { LinearPiece } from "./curve.ts";
import { chargeFor, type Price } from "./price.ts";

/** Where the marginal cost of a term changes, and what it is from there on. */
export interface Kink {
  readonly at: number;
  readonly slope: number;
  readonly jumps?: true;
}

/** One summand of a curve: what it costs at `x`, and where it bends. */
export interface CurveTerm {
  /** Its cost at `x`; at a jump, after it. */
  readonly costAt: (x: number) => number;
  /** Its bends, ascending; what bends at or below 0 holds from 0 on. */
  readonly kinks: readonly Kink[];
}

const NO_KINKS: readonly Kink[] = [];

/** A meter whose usage is `max(0, fixed + perUnit × x)`, at its price. */
export class LinearTerm implements CurveTerm {
  readonly kinks: readonly Kink[];
  private readonly fixed: number;
  private readonly perUnit: number;
  private readonly price: Price;

  constructor(fixed: number, perUnit: number, price: Price) {
    this.fixed = fixed;
    this.perUnit = perUnit;
    this.price = price;
    this.kinks = perUnit < 0 ? this.fallingKinks() : this.risingKinks();
  }

  costAt(x: number): number {
    return chargeFor(this.price, Math.max(0, this.fixed + this.perUnit * x));
  }

  private risingKinks(): readonly Kink[] {
    const { fixed, perUnit, price } = this;
    if (perUnit === 0) return NO_KINKS;
    return price.tiers.map(({ unitPrice }, tier): Kink => {
      const bound = tier === 0 ? price.free : price.free + (price.tiers[tier - 1]?.upTo ?? 0);
      return { at: (bound - fixed) / perUnit, slope: unitPrice * perUnit };
    });
  }

  /** Usage that falls with the load goes through the tiers from above, to the allowance. */
  private fallingKinks(): Kink[] {
    const { fixed, perUnit, price } = this;
    const below = price.tiers.toReversed().map(({ upTo, unitPrice }): Kink => {
      return { at: (price.free + upTo - fixed) / perUnit, slope: unitPrice * perUnit };
    });
    return [...below, { at: (price.free - fixed) / perUnit, slope: 0 }];
  }
}

/**
 * The sum of terms as pieces, from one bend to the next of any term; each is anchored at its own
 * direct price, so that rounding does not travel.
 */
export function buildPieces(terms: readonly CurveTerm[]): LinearPiece[] {
  const pieces: LinearPiece[] = [];
  /** Of each term, how many of its kinks are passed. */
  const passed = terms.map(() => 0);
  let from = 0;
  while (from < Infinity) {
    let cost = 0;
    let slope = 0;
    let jumps = false;
    let next = Infinity;
    for (let index = 0; index < terms.length; index += 1) {
      const term = terms[index];
      if (term === undefined) continue;
      const { kinks } = term;
      let count = passed[index] ?? 0;
      while (count < kinks.length && (kinks[count]?.at ?? 0) <= from) {
        jumps ||= kinks[count]?.jumps === true;
        count += 1;
      }
      passed[index] = count;
      cost += term.costAt(from);
      // Not asked of a place before the first, which is slow to be found missing.
      if (count > 0) slope += kinks[count - 1]?.slope ?? 0;
      if (count < kinks.length) next = Math.min(next, kinks[count]?.at ?? Infinity);
    }
    pieces.push(jumps ? { from, cost, slope, jumps } : { from, cost, slope });
    from = next;
  }
  return pieces;
}
