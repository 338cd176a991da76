import type { FieldRun } from "./field.ts";

/** Where an offer's name is written on the map. */
export interface RegionName {
  readonly offer: number;
  readonly x: number;
  readonly y: number;
}

const ROW_STEP = 16;
const PADDING = 12;

/**
 * The roomiest place of each offer's region, where its name fits: the widest run of a row that the
 * rows above and below share the middle of.
 */
export function regionNames(
  rows: ReadonlyMap<number, readonly FieldRun[]>,
  widths: readonly number[],
): RegionName[] {
  const sampled = [...rows.keys()].filter((row) => row % ROW_STEP === 0).toSorted((a, b) => a - b);
  const isOf = (offer: number, x: number, row: number | undefined): boolean =>
    (rows.get(row ?? -1) ?? []).some(
      ({ from, to, cheapest }) => cheapest === offer && from <= x && to >= x,
    );
  const best = new Map<number, RegionName & { readonly room: number }>();
  for (const [index, row] of sampled.entries()) {
    for (const { from, to, cheapest } of rows.get(row) ?? []) {
      if (to - from < (widths[cheapest] ?? Infinity) + PADDING) continue;
      const x = (from + to) / 2;
      let high = 1;
      for (const side of [-1, 1]) {
        for (let at = index + side; isOf(cheapest, x, sampled[at]); at += side) high += 1;
      }
      const room = Math.min(to - from, high * ROW_STEP * 2);
      const middle = middleRow(sampled, index, (candidate) => isOf(cheapest, x, candidate));
      if (high > 1 && room > (best.get(cheapest)?.room ?? 0)) {
        best.set(cheapest, { offer: cheapest, x, y: middle + ROW_STEP / 2, room });
      }
    }
  }
  return [...best.values()].map(({ offer, x, y }) => ({ offer, x, y }));
}

/** The middle of the rows around one that all satisfy a condition. */
function middleRow(
  rows: readonly number[],
  index: number,
  satisfies: (row: number | undefined) => boolean,
): number {
  let [first, last] = [index, index];
  while (satisfies(rows[first - 1])) first -= 1;
  while (satisfies(rows[last + 1])) last += 1;
  return rows[Math.floor((first + last) / 2)] ?? 0;
}
