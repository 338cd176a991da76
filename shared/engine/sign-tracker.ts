import type { Crossing, Order, Side } from "./crossings.ts";
import { costAt, type CostCurve } from "./curve.ts";

/** Differences smaller than this part of the costs are rounding, not a difference. */
export const RELATIVE_TOLERANCE = 1e-12;
/** A computed crossing is as exact as the costs are: a few roundings of each. */
const EQUAL_TOLERANCE = 1e-9;

/** Walks along the difference of two curves and notes each change of its sign. */
export class SignTracker {
  readonly orders: Order[] = [];
  readonly points: Crossing[] = [];
  private sign = 0;
  private unknownFrom: number;
  readonly first: CostCurve;
  readonly second: CostCurve;

  constructor(first: CostCurve, second: CostCurve, from: number) {
    this.first = first;
    this.second = second;
    this.unknownFrom = from;
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
    if (signFrom !== 0) this.decided(from, signFrom);
    const signTo = signOfDifference(firstTo, secondTo);
    if (signTo !== 0 && signTo !== this.sign) {
      if (this.sign === 0) {
        this.begin(signTo);
      } else {
        const differenceFrom = firstFrom - secondFrom;
        const share = differenceFrom / (differenceFrom - (firstTo - secondTo));
        // Rounding must not put the point past `to`, where a fleet may just have grown.
        const at = Math.min(to, from + (to - from) * Math.min(1, Math.max(0, share)));
        this.note(at, signTo);
      }
      this.sign = signTo;
    }
  }

  /** A stretch on which it is known beforehand which curve costs more: −1 the second, 1 the first. */
  decided(from: number, sign: -1 | 1): void {
    if (sign === this.sign) return;
    if (this.sign === 0) this.begin(sign);
    else this.note(from, sign);
    this.sign = sign;
  }

  /** Goes on at `from`, past a stretch that was not walked: a change inside is no crossing at its end. */
  goOnAt(from: number): void {
    this.sign = 0;
    this.unknownFrom = from;
  }

  private begin(sign: -1 | 1): void {
    this.orders.push({ from: this.unknownFrom, cheaper: cheaperAt(sign) });
  }

  private note(at: number, signAbove: -1 | 1): void {
    const first = costAt(this.first, at);
    const second = costAt(this.second, at);
    const equal = Math.abs(first - second) <= EQUAL_TOLERANCE * Math.max(first, second);
    const cheaperAbove = cheaperAt(signAbove);
    this.points.push({
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

/** −1, 0 or 1 as the first cost is less than, the same as but for rounding, or more than the second. */
export function signOfDifference(first: number, second: number): -1 | 0 | 1 {
  const difference = first - second;
  if (Math.abs(difference) <= RELATIVE_TOLERANCE * Math.max(first, second)) return 0;
  return difference < 0 ? -1 : 1;
}
