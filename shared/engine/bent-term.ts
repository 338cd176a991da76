import type { CurveTerm } from "./curve-terms.ts";
import { chargeFor, type Price } from "./price.ts";
import { requestUsageAt, usageAt, type RequestUsage } from "./usage.ts";

/** A stretch of loads in which each request uses as much as the other. */
interface UsageStretch {
  readonly from: number;
  readonly to: number;
  readonly perRequest: number;
}

/** Where the marginal cost changes, and what it is from there on. */
interface Kink {
  readonly at: number;
  readonly slope: number;
}

/** A meter whose usage by request bends, at its price. */
class BentTerm implements CurveTerm {
  /** Ascending, the first at 0. */
  readonly #kinks: readonly Kink[];
  readonly #usage: RequestUsage;
  readonly #price: Price;

  constructor(usage: RequestUsage, price: Price) {
    this.#usage = usage;
    this.#price = price;
    this.#kinks = this.#stretches().flatMap((stretch) => this.#bendsIn(stretch));
  }

  costAt(x: number): number {
    return chargeFor(this.#price, usageAt(this.#usage, x, null));
  }

  partAt(x: number): number {
    return this.#kinks.findLastIndex(({ at }) => at <= x);
  }

  slopeIn(part: number): number {
    return this.#kinks[part]?.slope ?? 0;
  }

  endOf(part: number): number {
    return this.#kinks[part + 1]?.at ?? Infinity;
  }

  #stretches(): UsageStretch[] {
    const { perRequest, bends = [] } = this.#usage;
    const starts = [{ at: 0, perRequest }, ...bends];
    return starts.map(({ at, perRequest: each }, index) => ({
      from: at,
      to: starts[index + 1]?.at ?? Infinity,
      perRequest: each,
    }));
  }

  /** Where a stretch begins, and where its usage passes the allowance and the tiers. */
  #bendsIn({ from, to, perRequest }: UsageStretch): Kink[] {
    if (perRequest === 0) return [{ at: from, slope: 0 }];
    const { free, tiers } = this.#price;
    const bounds = [free, ...tiers.map(({ upTo }) => free + upTo)];
    const before = this.#unclampedAt(from);
    const ascending = bounds
      .map((bound) => from + (bound - before) / perRequest)
      .filter((at) => at > from && at < to)
      .sort((a, b) => a - b);
    return [from, ...ascending].map((at, index) => {
      const middle = at + ((ascending[index] ?? to) - at) / 2;
      return { at, slope: this.#unitPriceAt(middle) * perRequest };
    });
  }

  #unclampedAt(x: number): number {
    return requestUsageAt(this.#usage, x);
  }

  /** What one more unit costs where usage is that of a load. */
  #unitPriceAt(x: number): number {
    const billable = this.#unclampedAt(x) - this.#price.free;
    if (billable <= 0) return 0;
    return this.#price.tiers.find(({ upTo }) => billable <= upTo)?.unitPrice ?? 0;
  }
}

/** The term of a meter whose usage by request bends, at its price. */
export function bentTerm(usage: RequestUsage, price: Price): CurveTerm {
  return new BentTerm(usage, price);
}
