import type { Answer } from "./simulation.ts";

/** Most rows that the break-even table has for a pair: the last sums up the points that are left. */
const ROWS_OF_A_PAIR = 4;

/** How many pairs of a function and a machine the break-even table has of an answer, and how many rows in all. */
export function tableRows({ comparison, offers }: Answer): { pairs: number; rows: number } {
  const kinds = new Map(offers.map(({ id, offer }) => [id, offer.kind]));
  const points = new Map<string, number>();
  for (const { between } of comparison.breakEvenPoints) {
    const [first, second] = between;
    const pair = between.join(" ");
    if (kinds.get(first) !== kinds.get(second)) points.set(pair, (points.get(pair) ?? 0) + 1);
  }
  let rows = 0;
  for (const count of points.values()) rows += Math.min(count, ROWS_OF_A_PAIR);
  return { pairs: points.size, rows };
}
