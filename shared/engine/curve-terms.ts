import type { LinearPiece } from "./curve.ts";
import { chargeFor, type Price } from "./price.ts";

/** One summand of a curve: straight from one bend to the next. */
export interface CurveTerm {
  /** Its cost at `x`; at a jump, after it. */
  readonly costAt: (x: number) => number;
  /** Its marginal cost from `x` to the next bend. */
  readonly slopeFrom: (x: number) => number;
  /** Where its marginal cost changes next, above `x`; `Infinity` where it does no more. */
  readonly bendAfter: (x: number) => number;
  /** Whether its cost jumps at `x`. */
  readonly jumpsAt: (x: number) => boolean;
}

/** A meter whose usage is `max(0, fixed + perUnit × x)`, at its price. */
export class LinearTerm implements CurveTerm {
  private readonly fixed: number;
  private readonly perUnit: number;
  private readonly price: Price;

  constructor(fixed: number, perUnit: number, price: Price) {
    this.fixed = fixed;
    this.perUnit = perUnit;
    this.price = price;
  }

  costAt(x: number): number {
    return chargeFor(this.price, Math.max(0, this.fixed + this.perUnit * x));
  }

  slopeFrom(x: number): number {
    const entered = this.tiersEntered(x);
    return entered === 0 ? 0 : (this.price.tiers[entered - 1]?.unitPrice ?? 0) * this.perUnit;
  }

  bendAfter(x: number): number {
    const { perUnit, price } = this;
    // Usage that falls leaves the tier that it is in, and goes through the others from above.
    const bound = this.tiersEntered(x) - (perUnit < 0 ? 1 : 0);
    if (bound < 0 || perUnit === 0) return Infinity;
    return this.whereUsed(price.free + (bound === 0 ? 0 : (price.tiers[bound - 1]?.upTo ?? 0)));
  }

  jumpsAt(): boolean {
    return false;
  }

  /** How many tiers usage has reached from `x` on; none within the allowance. */
  private tiersEntered(x: number): number {
    const { perUnit, price } = this;
    if (perUnit === 0) return 0;
    let bound = price.free;
    let count = 0;
    while (count < price.tiers.length && perUnit > 0 === this.whereUsed(bound) <= x) {
      bound = price.free + (price.tiers[count]?.upTo ?? 0);
      count += 1;
    }
    return count;
  }

  /** Where usage is so much. */
  private whereUsed(quantity: number): number {
    return (quantity - this.fixed) / this.perUnit;
  }
}

/**
 * The sum of terms as pieces, from one bend to the next of any term; each is anchored at its own
 * direct price, so that rounding does not travel.
 */
export function buildPieces(terms: readonly CurveTerm[]): LinearPiece[] {
  let pieces: LinearPiece[] | null = null;
  let from = 0;
  while (from < Infinity) {
    let cost = 0;
    let slope = 0;
    let jumps = false;
    let next = Infinity;
    for (let index = 0; index < terms.length; index += 1) {
      const term = terms[index];
      if (term === undefined) continue;
      cost += term.costAt(from);
      slope += term.slopeFrom(from);
      jumps ||= term.jumpsAt(from);
      next = Math.min(next, term.bendAfter(from));
    }
    const piece: LinearPiece = jumps ? { from, cost, slope, jumps } : { from, cost, slope };
    if (pieces === null) pieces = [piece];
    else pieces.push(piece);
    from = next;
  }
  return pieces ?? [];
}
