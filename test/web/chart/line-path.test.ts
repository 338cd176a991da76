import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linePoints } from "../../../web/chart/line-path.ts";

const VIEW = {
  requests: { min: 1, max: 1000, scale: "linear" },
  cost: { min: 0, max: 100, scale: "linear" },
} as const;
const BOX = { top: 10, height: 100 };

describe("a line of the chart", () => {
  test("goes from left to right, as high as its costs", () => {
    expect(linePoints([0, 50, 100], [0, 50, 100], VIEW, BOX)).toEqual([
      [
        [0, 110],
        [50, 60],
        [100, 10],
      ],
    ]);
  });

  test("leaves out the middle of a level piece, but no corner", () => {
    const across = [0, 10, 20, 30, 30, 40, 50];
    const costs = [20, 20, 20, 20, 60, 60, 60];
    expect(linePoints(across, costs, VIEW, BOX)).toEqual([
      [
        [0, 90],
        [30, 90],
        [30, 50],
        [50, 50],
      ],
    ]);
  });

  test("is interrupted where there is no cost", () => {
    expect(linePoints([0, 10, 20, 30], [20, null, 60, 60], VIEW, BOX)).toEqual([
      [[0, 90]],
      [
        [20, 50],
        [30, 50],
      ],
    ]);
  });

  test("is never half a pixel beside any of its costs", () => {
    const steps = fc.array(
      fc.record({
        wide: fc.double({ min: 0, max: 3, noNaN: true }),
        cost: fc.double({ min: 0, max: 100, noNaN: true }),
      }),
      { minLength: 2, maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (drawn) => {
        let at = 0;
        const across = drawn.map(({ wide }) => (at += wide));
        const costs = drawn.map(({ cost }) => cost);
        const [points = []] = linePoints(across, costs, VIEW, BOX);
        for (const [index, x] of across.entries()) {
          const y = 110 - (costs[index] ?? 0);
          const nearest = Math.min(
            ...points.map(([px, py]) => Math.max(Math.abs(px - x), Math.abs(py - y))),
          );
          const isLevel = costs[index - 1] === costs[index] && costs[index] === costs[index + 1];
          expect(isLevel || nearest < 0.5).toBe(true);
        }
      }),
    );
  });
});
