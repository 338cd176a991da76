import type { ChartLine } from "./plot-shapes.ts";

const LINE_WIDTH = 2;
const ASIDE_WIDTH = 1.25;

/** Dashes of a machine's line. */
export const DASHES: readonly number[] = [7, 5];

/** How broad a line of the chart is. */
export function lineWidth({ isAside = false }: ChartLine): number {
  return isAside ? ASIDE_WIDTH : LINE_WIDTH;
}
