/**
 * The busiest hour over the mean of all, ≥ 1, of weights in any unit of which one is above 0. What
 * a profile does not show, bursts within an hour, comes on top.
 */
export function peakOf(weights: readonly number[]): number {
  let total = 0;
  for (const weight of weights) total += weight;
  return (Math.max(...weights) * weights.length) / total;
}
