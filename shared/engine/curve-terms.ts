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
  readonly slopeAtZero: number;
  /** Its bends, ascending; one at 0 stands for the slope there. */
  readonly kinks: readonly Kink[];
}

/** A meter whose usage is `max(0, fixed + perUnit × x)`, at its price. */
export class LinearTerm implements CurveTerm {
  slopeAtZero = 0;
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

  private risingKinks(): Kink[] {
    const { fixed, perUnit, price } = this;
    const kinks: Kink[] = [];
    if (perUnit === 0) return kinks;
    let bound = price.free;
    for (const { upTo, unitPrice } of price.tiers) {
      const at = (bound - fixed) / perUnit;
      const slope = unitPrice * perUnit;
      bound = price.free + upTo;
      if (at <= 0) this.slopeAtZero = slope;
      else kinks.push({ at, slope });
    }
    return kinks;
  }

  /** Usage that falls with the load goes through the tiers from above, to the allowance. */
  private fallingKinks(): Kink[] {
    const { fixed, perUnit, price } = this;
    const kinks: Kink[] = [];
    const fallsTo = (bound: number, slope: number) => {
      if (fixed <= bound) this.slopeAtZero = slope;
      else kinks.push({ at: (bound - fixed) / perUnit, slope });
    };
    for (const { upTo, unitPrice } of price.tiers.toReversed()) {
      fallsTo(price.free + upTo, unitPrice * perUnit);
    }
    fallsTo(price.free, 0);
    return kinks;
  }
}

/** Something that costs `amount` from the so-manieth machine on; asked at whole numbers only. */
export class SharedTerm implements CurveTerm {
  readonly slopeAtZero = 0;
  readonly kinks: readonly Kink[];
  private readonly amount: number;
  private readonly fromMachines: number;

  constructor(amount: number, fromMachines: number) {
    this.amount = amount;
    this.fromMachines = fromMachines;
    this.kinks = [
      { at: fromMachines - 1, slope: amount },
      { at: fromMachines, slope: 0 },
    ];
  }

  costAt(machines: number): number {
    return this.amount * Math.min(1, Math.max(0, machines - this.fromMachines + 1));
  }
}

/** A constant that is another after each of some loads. */
export class JumpingTerm implements CurveTerm {
  readonly slopeAtZero = 0;
  readonly kinks: readonly Kink[];
  private readonly levels: readonly { readonly from: number; readonly cost: number }[];

  /** `levels` ascend; the first is from 0. */
  constructor(levels: readonly { readonly from: number; readonly cost: number }[]) {
    this.levels = levels;
    this.kinks = levels.slice(1).map(({ from }) => ({ at: from, slope: 0, jumps: true as const }));
  }

  costAt(x: number): number {
    return this.levels.findLast(({ from }) => from <= x)?.cost ?? 0;
  }
}

/** Another term that counts only after a load: there the cost jumps to it. */
export class LateTerm implements CurveTerm {
  readonly slopeAtZero = 0;
  readonly kinks: readonly Kink[];
  private readonly after: number;
  private readonly term: CurveTerm;

  constructor(after: number, term: CurveTerm) {
    this.after = after;
    this.term = term;
    const earlier = term.kinks.filter(({ at }) => at <= after);
    const slope = earlier.at(-1)?.slope ?? term.slopeAtZero;
    this.kinks = [{ at: after, slope, jumps: true }, ...term.kinks.filter(({ at }) => at > after)];
  }

  costAt(x: number): number {
    return x < this.after ? 0 : this.term.costAt(x);
  }
}

interface PlacedKink extends Kink {
  readonly term: number;
}

/** The sum of terms as pieces, each anchored at its own direct price: rounding does not travel. */
export function buildPieces(terms: readonly CurveTerm[]): LinearPiece[] {
  const kinks: PlacedKink[] = [];
  const slopes: number[] = [];
  for (const [term, { kinks: own, slopeAtZero }] of terms.entries()) {
    slopes.push(slopeAtZero);
    for (const kink of own) insertInOrder(kinks, { ...kink, term });
  }
  const pieces: LinearPiece[] = [pieceFrom(0, terms, slopes, false)];
  let last = 0;
  let hasJump = false;
  for (const { at, term, slope, jumps } of kinks) {
    slopes[term] = slope;
    if (at === last) pieces.pop();
    else hasJump = false;
    hasJump ||= jumps === true;
    pieces.push(pieceFrom(at, terms, slopes, hasJump));
    last = at;
  }
  return pieces;
}

/** For so few, quicker than to sort. */
function insertInOrder(kinks: PlacedKink[], kink: PlacedKink): void {
  let index = kinks.length;
  while (index > 0 && (kinks[index - 1]?.at ?? 0) > kink.at) index -= 1;
  kinks.splice(index, 0, kink);
}

function pieceFrom(
  from: number,
  terms: readonly CurveTerm[],
  slopes: readonly number[],
  jumps: boolean,
): LinearPiece {
  let cost = 0;
  let slope = 0;
  for (const [index, term] of terms.entries()) {
    cost += term.costAt(from);
    slope += slopes[index] ?? 0;
  }
  return jumps ? { from, cost, slope, jumps } : { from, cost, slope };
}
