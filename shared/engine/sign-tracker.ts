import { signOfDifference } from "./rounding.ts";
import type { Alternation, Crossing, Order, Side } from "./crossing.ts";
import type { Path } from "./path.ts";
import { costAt } from "./curve.ts";

/** A computed crossing is as exact as the costs are: a few roundings of each. */
const EQUAL_TOLERANCE = 1e-9;

// Most pairs have nothing to note, so what is noted is made when it is needed.
const NOTHING: readonly never[] = [];

/** The list with one more item; one that has items is the tracker's own and grows in place. */
function withItem<T>(list: readonly T[], item: T): readonly T[] {
  if (list.length === 0) return [item];
  (list as T[]).push(item);
  return list;
}

/** Goes along the difference of two curves and notes each change of its sign. */
export class SignTracker {
  orders: readonly Order[] = NOTHING;
  points: readonly Crossing[] = NOTHING;
  alternations: readonly Alternation[] = NOTHING;
  #sign: -1 | 0 | 1 = 0;
  #unknownFrom: number;
  /** The places of both among the curves that are compared. */
  readonly first: number;
  readonly second: number;
  readonly firstPath: Path;
  readonly secondPath: Path;

  constructor(first: Path, second: Path, from: number) {
    this.first = first.index;
    this.second = second.index;
    this.firstPath = first;
    this.secondPath = second;
    this.#unknownFrom = from;
  }

  /** A stretch on which both curves are straight, with their costs at both ends. */
  segment(
    from: number,
    firstFrom: number,
    secondFrom: number,
    to: number,
    firstTo: number,
    secondTo: number,
  ): void {
    const signFrom = signOfDifference(firstFrom, secondFrom);
    const signTo = signOfDifference(firstTo, secondTo);
    // Nearly always nothing changes; so little is looked at in every stretch of every pair.
    if (signFrom === this.#sign && signTo === this.#sign) return;
    this.#change(signFrom, signTo, from, firstFrom - secondFrom, to, firstTo - secondTo);
  }

  #change(
    signFrom: -1 | 0 | 1,
    signTo: -1 | 0 | 1,
    from: number,
    differenceFrom: number,
    to: number,
    differenceTo: number,
  ): void {
    if (signFrom !== 0) this.decided(from, signFrom);
    if (signTo === 0 || signTo === this.#sign) return;
    if (this.#sign === 0) this.#begin(from, signTo);
    else this.#note(crossingBetween(from, differenceFrom, to, differenceTo), signTo);
    this.#sign = signTo;
  }

  /** A stretch on which it is known beforehand which curve costs more: −1 the second, 1 the first. */
  decided(from: number, sign: -1 | 1): void {
    if (sign === this.#sign) return;
    if (this.#sign === 0) this.#begin(from, sign);
    else this.#note(from, sign);
    this.#sign = sign;
  }

  /** A stretch that has too many changes to list; one inside it is no crossing at its end. */
  leaveOut(from: number, to: number): void {
    this.alternations = withItem(this.alternations, { from, to });
    this.#sign = 0;
    this.#unknownFrom = to;
  }

  #begin(apartFrom: number, sign: -1 | 1): void {
    const order: Order = { from: this.#unknownFrom, apartFrom, cheaper: cheaperAt(sign) };
    this.orders = withItem(this.orders, order);
  }

  #note(at: number, signAbove: -1 | 1): void {
    const first = costAt(this.firstPath.curve, at);
    const second = costAt(this.secondPath.curve, at);
    const equal = Math.abs(first - second) <= EQUAL_TOLERANCE * Math.max(first, second);
    const cheaperAbove = cheaperAt(signAbove);
    this.points = withItem(this.points, {
      requestsPerMonth: at,
      monthlyCost: equal || cheaperAbove === "second" ? second : first,
      kind: equal ? "equal" : "step",
      cheaperBelow: cheaperAbove === "second" ? "first" : "second",
      cheaperAbove,
    });
  }
}

/** Which curve is cheaper where the first costs less, −1, or more than the second, 1. */
function cheaperAt(sign: -1 | 1): Side {
  return sign === -1 ? "first" : "second";
}

/** Where the difference of two lines is zero, between two loads at which its signs differ. */
function crossingBetween(
  from: number,
  differenceFrom: number,
  to: number,
  differenceTo: number,
): number {
  const share = differenceFrom / (differenceFrom - differenceTo);
  // Rounding must not put the point past `to`, where a fleet may just have grown.
  return Math.min(to, from + (to - from) * Math.min(1, Math.max(0, share)));
}
