import { crossings } from "./engine/crossings.ts";
import { costJustAfter } from "./engine/cost-just-after.ts";
import { costAt, type CostCurve } from "./engine/curve.ts";
import { RELATIVE_TOLERANCE } from "./engine/rounding.ts";
import { machinesAt } from "./engine/usage.ts";
import type { PricedOffer } from "./simulate.ts";

/** What an amount a month buys of an offer. */
export interface Affordable {
  /** Requests a month that it pays for and that are carried; `null` when not even none are paid for. */
  readonly requestsPerMonth: number | null;
  /** What they cost. */
  readonly monthlyCost: number | null;
  /** Machines that carry them; `null` for functions. */
  readonly machines: number | null;
  /** What keeps it from being more: the amount, what the machines carry, or the end of what is looked at. */
  readonly limit: "amount" | "capacity" | "range" | null;
}

/**
 * The largest load, up to `most`, that costs no more than an amount a month: read off the curve where
 * it crosses the amount.
 */
export function affordable(
  { curve, capacity, offer }: PricedOffer,
  amount: number,
  most: number,
): Affordable {
  const nothing = { requestsPerMonth: null, monthlyCost: null, machines: null, limit: null };
  if (curve === null) return nothing;
  const [fleet] = curve.fleets;
  const isFixed = offer.kind === "machine" && fleet === undefined && capacity !== null;
  const carried = isFixed ? capacity.requestsPerMachine * capacity.machines : Infinity;
  const end = Math.min(most, carried);
  const exact = loadWithin(curve, amount, end);
  if (exact === null) return nothing;
  const isPaid = exact < end;
  // Requests are whole.
  const paid = Math.floor(exact);
  return {
    requestsPerMonth: paid,
    monthlyCost: costAt(curve, paid),
    machines: isFixed ? capacity.machines : fleet === undefined ? null : machinesAt(fleet, paid),
    limit: isPaid ? "amount" : end === carried ? "capacity" : "range",
  };
}

/**
 * A part of the amount so small that nobody is billed for it: where a cost stays at the amount itself
 * before it rises, the load at which it rises is the answer. It is more than what crossings take for
 * rounding, or a cost that begins at the amount would begin without an order.
 */
const AS_GOOD_AS_EQUAL = 2 * RELATIVE_TOLERANCE;

/**
 * Beyond the last crossing the curve costs more. An instance that is kept can cost less with requests
 * than without, so there can be several.
 */
function loadWithin(curve: CostCurve, amount: number, most: number): number | null {
  const cost = Math.max(amount, 1) * AS_GOOD_AS_EQUAL + amount;
  const line: CostCurve = { pieces: [{ from: 0, cost, slope: 0 }], fleets: [] };
  const last = crossings(curve, line, { min: 0, max: most }).points.at(-1);
  if (last?.cheaperAbove === "second") return last.requestsPerMonth;
  if (last !== undefined || costJustAfter(curve, 0) <= cost) return most;
  return costAt(curve, 0) <= cost ? 0 : null;
}
