import type { Answer } from "./simulation.ts";

/** Most lines that the break-even table has for an offer, about: a pair's further points are summed up. */
const LINES_OF_AN_OFFER = 4;

/** About how many lines the break-even table has: points of a function with a machine. */
export function linesOfPoints({ comparison, offers }: Answer): number {
  const kindOf = (id: string) => offers.find((priced) => priced.id === id)?.offer.kind;
  const points = comparison.breakEvenPoints.filter(
    ({ between: [first, second] }) => kindOf(first) !== kindOf(second),
  );
  return Math.min(points.length, LINES_OF_AN_OFFER * offers.length);
}
