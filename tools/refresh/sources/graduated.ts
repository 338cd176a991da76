import type { ObservedPrice } from "../observation.ts";
import { SourceFormatError } from "./source-format.ts";

/** The price of one unit between two amounts of usage a month; `to` is `null` in the last step. */
export interface PriceStep {
  readonly from: number;
  readonly to: number | null;
  readonly unitPrice: number;
}

/**
 * A source's steps as a card's tiers. Steps without charge at the beginning are the free allowance,
 * after which tiers are counted. Steps that leave a gap are a `SourceFormatError`.
 */
export function graduated(
  steps: readonly PriceStep[],
  source: string,
  path: string,
): Pick<ObservedPrice, "free" | "tiers"> {
  const sorted = steps.toSorted((a, b) => a.from - b.from);
  let reached: number | null = 0;
  for (const { from, to } of sorted) {
    if (from !== reached) throw new SourceFormatError(source, path, "steps without gaps from 0 on");
    reached = to;
  }
  if (sorted.length === 0 || reached !== null) {
    throw new SourceFormatError(source, path, "a last step that is open");
  }
  const firstPaid = sorted.findIndex(({ unitPrice }) => unitPrice > 0);
  const paid = firstPaid <= 0 ? sorted : sorted.slice(firstPaid);
  const free = paid[0]?.from ?? 0;
  return {
    ...(free === 0 ? {} : { free }),
    tiers: paid.map(({ to, unitPrice }) => [to === null ? null : to - free, unitPrice]),
  };
}
