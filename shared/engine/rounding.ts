/** Differences smaller than this part of the costs are rounding, not a difference. */
export const RELATIVE_TOLERANCE = 1e-12;

/** Loads closer together than rounding can place them are one: what a sliver between shows is noise. */
export function isApart(lower: number, upper: number): boolean {
  return upper - lower > RELATIVE_TOLERANCE * upper;
}

/** −1, 0 or 1 as the first cost is less than, the same as but for rounding, or more than the second. */
export function signOfDifference(first: number, second: number): -1 | 0 | 1 {
  const difference = first - second;
  if (Math.abs(difference) <= RELATIVE_TOLERANCE * Math.max(first, second)) return 0;
  return difference < 0 ? -1 : 1;
}
