import { positionOn } from "../../shared/chart/axis.ts";
import type { ChartView } from "../../shared/chart/view.ts";
import type { Box, Point } from "../../shared/chart/drawing.ts";

/** A point that is nearer to the last one that is drawn is not seen, in pixels. */
const UNSEEN = 0.5;

/**
 * The points by which a line is drawn in a box of pixels: without those that make no difference to be
 * seen, in the middle of a level piece or beside the point before. An empty piece stands where the
 * line is interrupted.
 */
export function linePoints(
  across: readonly number[],
  costs: readonly (number | null | undefined)[],
  { cost: axis }: ChartView,
  { top, height }: Pick<Box, "top" | "height">,
): Point[][] {
  const parts: Point[][] = [[]];
  let before: number | null = null;
  let up = 0;
  for (let index = 0; index < across.length; index += 1) {
    const cost = costs[index] ?? null;
    if (cost === null) {
      if (parts.at(-1)?.length !== 0) parts.push([]);
    } else {
      const next = costs[index + 1] ?? null;
      const part = parts.at(-1) ?? [];
      if (cost !== before) up = top + height * (1 - positionOn(axis, cost));
      const x = across[index] ?? 0;
      const last = part.at(-1);
      const isSeen =
        last === undefined ||
        next === null ||
        ((cost !== before || cost !== next) &&
          (Math.abs(x - last[0]) >= UNSEEN || Math.abs(up - last[1]) >= UNSEEN));
      if (isSeen) part.push([x, up]);
    }
    before = cost;
  }
  return parts;
}
