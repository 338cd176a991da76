import { expect, test } from "vitest";
import { markShapes, xOf } from "../../../shared/chart/plot-shapes.ts";
import { drawnChart } from "./_charted.ts";

const PLOT = { left: 40, top: 20, width: 260, height: 200 };
const CHARACTER_WIDTH = 6;

function widthOf(text: string): number {
  return text.length * CHARACTER_WIDTH;
}

test("no break-even point has its load written over the line of the workload's own", async () => {
  const chart = await drawnChart();
  let written = 0;
  for (const { requests } of chart.figures.marks) {
    for (const apart of [0.3, 0.7, 1, 1.5, 3]) {
      const placed = { chart: { ...chart, load: requests * apart }, plot: PLOT, widthOf };
      const line = xOf(placed, placed.chart.load);
      for (const shape of markShapes(placed)) {
        if (shape.kind !== "words") continue;
        written += 1;
        expect(Math.abs(shape.at[0] - line)).toBeGreaterThan(widthOf(shape.text) / 2);
      }
    }
  }
  expect(written).toBeGreaterThan(0);
});
