import { describe, expect, test } from "vitest";
import { costAt } from "../../shared/engine/curve.ts";
import { chartFigures } from "../../web/chart/content.ts";
import { placeLabels } from "../../web/chart/labels.ts";
import { decades } from "../../web/chart/options.ts";
import { DRAWN_FOR_ZERO, nextUp } from "../../web/chart/series.ts";
import { answeredSimulation } from "./_simulation.ts";

describe("the chart's columns", () => {
  test("hold each curve's exact cost at every load", async () => {
    const { answer } = await answeredSimulation();
    const { offers, columns } = chartFigures(answer);
    const [loads, ...costs] = columns;
    for (const [index, { curve }] of offers.entries()) {
      const exact = loads.map((load) => costAt(curve, load) || DRAWN_FOR_ZERO);
      expect(costs[index]).toEqual(exact);
    }
  });

  test("ascend strictly and cover the view", async () => {
    const { answer } = await answeredSimulation();
    const { columns, view } = chartFigures(answer);
    const [loads] = columns;
    expect(loads[0]).toBe(view.minRequests);
    expect(loads.at(-1)).toBe(view.maxRequests);
    expect(loads.every((load, index) => index === 0 || load > (loads[index - 1] ?? 0))).toBe(true);
  });

  test("hold every kink and break-even point in view", async () => {
    const { answer } = await answeredSimulation();
    const { offers, columns, view, marks } = chartFigures(answer);
    const loads = new Set(columns[0]);
    const kinks = offers.flatMap(({ curve }) => curve.pieces.map(({ from }) => from));
    const inView = kinks.filter((at) => at >= view.minRequests && at <= view.maxRequests);
    expect(inView.every((at) => loads.has(at))).toBe(true);
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.every(({ requests }) => loads.has(requests))).toBe(true);
  });

  test("draw the first steps of a fleet upright", async () => {
    const { answer } = await answeredSimulation();
    const { offers, columns, view } = chartFigures(answer);
    const loads = new Set(columns[0]);
    for (const { curve } of offers) {
      for (const { requestsPerMachine } of curve.fleets) {
        for (let machines = 1; machines <= 60; machines += 1) {
          const step = machines * requestsPerMachine;
          if (step > view.maxRequests) break;
          expect(loads.has(step) && loads.has(nextUp(step))).toBe(true);
        }
      }
    }
  });

  test("stay few", async () => {
    const { answer } = await answeredSimulation();
    expect(chartFigures(answer).columns[0].length).toBeLessThan(3000);
  });
});

describe("chart labels", () => {
  test("do not touch each other and stay inside", () => {
    const bounds = { left: 0, top: 0, width: 300, height: 200 };
    const wishes = Array.from({ length: 12 }, (_, index) => ({
      x: 100 + index * 5,
      y: 100,
      width: 40,
      height: 16,
    }));
    const placed = placeLabels(wishes, bounds).filter((box) => box !== null);
    expect(placed.length).toBeGreaterThan(3);
    for (const [index, a] of placed.entries()) {
      for (const b of placed.slice(index + 1)) {
        const apart =
          a.left >= b.left + b.width ||
          b.left >= a.left + a.width ||
          a.top >= b.top + b.height ||
          b.top >= a.top + a.height;
        expect(apart).toBe(true);
      }
    }
  });

  test("name each power of ten once", () => {
    expect(decades(0.1, 1000)).toEqual([0.1, 1, 10, 100, 1000]);
    expect(decades(1642.5, 200_000)).toEqual([10_000, 100_000]);
  });
});
