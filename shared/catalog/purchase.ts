/**
 * How a machine is paid for. Commitments are without upfront payment, by their effective price.
 * `commitment`: of one type or series (AWS standard reserved instances, Google committed use).
 * `convertible`: AWS convertible reserved instances, which may change their type; about what a
 * Compute Savings Plan costs. `spot`: spare capacity that can be taken away at any time.
 */
export const PURCHASES = [
  "on_demand",
  "commitment_1y",
  "commitment_3y",
  "convertible_1y",
  "convertible_3y",
  "spot",
] as const;
export type Purchase = (typeof PURCHASES)[number];

/** Whether what is bought so is owed all month, whether it runs or not. */
export function isCommitment(purchase: Purchase): boolean {
  return purchase !== "on_demand" && purchase !== "spot";
}
