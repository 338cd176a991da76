import type { LinearPiece } from "./curve.ts";
import { chargeFor, type Price } from "./price.ts";

/** One summand of a curve: straight in each of its parts, which are numbered from 0 on as they ascend. */
export interface CurveTerm {
  /** Its cost at `x`; at a jump, after it. */
  readonly costAt: (x: number) => number;
  /** The part that begins at or holds `x`. */
  readonly partAt: (x: number) => number;
  /** The marginal cost in a part. */
  readonly slopeIn: (part: number) => number;
  /** Where a part ends and another begins; `Infinity` for the last. */
  readonly endOf: (part: number) => number;
  /** Whether its cost jumps at `x`; left out by one that never does. */
  readonly jumpsAt?: (x: number) => boolean;
}

/** A meter whose usage is `max(0, fixed + perUnit × x)`, at its price. */
export class LinearTerm implements CurveTerm {
  readonly #fixed: number;
  readonly #perUnit: number;
  readonly #price: Price;

  constructor(fixed: number, perUnit: number, price: Price) {
    this.#fixed = fixed;
    this.#perUnit = perUnit;
    this.#price = price;
  }

  costAt(x: number): number {
    return chargeFor(this.#price, Math.max(0, this.#fixed + this.#perUnit * x));
  }

  /** How many tiers usage has reached from `x` on: none within the allowance. */
  partAt(x: number): number {
    const { length } = this.#price.tiers;
    let reached = 0;
    while (reached < length && this.#perUnit > 0 === this.#startOf(reached) <= x) reached += 1;
    return reached;
  }

  slopeIn(reached: number): number {
    return reached === 0 ? 0 : (this.#price.tiers[reached - 1]?.unitPrice ?? 0) * this.#perUnit;
  }

  endOf(reached: number): number {
    // Usage that falls leaves the tier that it is in, and goes through the others from above.
    const next = this.#perUnit < 0 ? reached - 1 : reached;
    return next < 0 || this.#perUnit === 0 ? Infinity : this.#startOf(next);
  }

  /** Where usage is at the beginning of a tier; of the one after the last, nowhere. */
  #startOf(tier: number): number {
    const { free, tiers } = this.#price;
    // Not asked of a place before the first, which is slow to be found missing.
    const bound = tier === 0 ? free : free + (tiers[tier - 1]?.upTo ?? 0);
    return (bound - this.#fixed) / this.#perUnit;
  }
}

/**
 * The sum of terms as pieces, from one bend to the next of any term; each is anchored at its own
 * direct price, so that rounding does not travel.
 */
export function buildPieces(terms: readonly CurveTerm[]): LinearPiece[] {
  const pieces: LinearPiece[] = [];
  let from = 0;
  while (from < Infinity) {
    let cost = 0;
    let slope = 0;
    let jumps = false;
    let next = Infinity;
    for (const term of terms) {
      const part = term.partAt(from);
      cost += term.costAt(from);
      slope += term.slopeIn(part);
      jumps ||= term.jumpsAt?.(from) === true;
      next = Math.min(next, term.endOf(part));
    }
    pieces.push(jumps ? { from, cost, slope, jumps } : { from, cost, slope });
    from = next;
  }
  return pieces;
}
