import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeLabels } from "../../../shared/chart/labels.ts";
import { DRAWN_FOR_ZERO, nextUp } from "../../../shared/chart/series.ts";
import { costAt } from "../../../shared/engine/curve.ts";
import { figuresOf } from "./_charted.ts";

describe("the chart's columns", () => {
  test("hold each curve's exact cost at every load", async () => {
    const { offers, columns } = await figuresOf();
    const [loads, ...costs] = columns;
    for (const [index, { curve }] of offers.entries()) {
      const exact = loads.map((load) => costAt(curve, load) || DRAWN_FOR_ZERO);
      expect(costs[index]).toEqual(exact);
    }
  });

  test("ascend strictly and cover the view", async () => {
    const { columns, view } = await figuresOf();
    const [loads] = columns;
    expect(loads[0]).toBe(view.requests.min);
    expect(loads.at(-1)).toBe(view.requests.max);
    expect(loads.every((load, index) => index === 0 || load > (loads[index - 1] ?? 0))).toBe(true);
  });

  test("hold every kink and break-even point in view", async () => {
    const { offers, columns, view, marks } = await figuresOf();
    const loads = new Set(columns[0]);
    const kinks = offers.flatMap(({ curve }) => curve.pieces.map(({ from }) => from));
    const inView = kinks.filter((at) => at >= view.requests.min && at <= view.requests.max);
    expect(inView.every((at) => loads.has(at))).toBe(true);
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.every(({ requests }) => loads.has(requests))).toBe(true);
  });

  test("draw the first steps of a fleet upright", async () => {
    const { offers, columns, view } = await figuresOf();
    const loads = new Set(columns[0]);
    for (const { curve } of offers) {
      for (const { requestsPerMachine } of curve.fleets) {
        for (let machines = 1; machines <= 60; machines += 1) {
          const step = machines * requestsPerMachine;
          if (step > view.requests.max) break;
          expect(loads.has(step) && loads.has(nextUp(step))).toBe(true);
        }
      }
    }
  });

  test("stay few", async () => {
    expect((await figuresOf()).columns[0].length).toBeLessThan(3000);
  });
});

test("the other side of a step is the next double", () => {
  const bits = new BigInt64Array(1);
  const doubles = new Float64Array(bits.buffer);
  const loads = fc.double({ min: 1e-9, max: 1e15, noNaN: true });
  fc.assert(
    fc.property(loads, (load) => {
      doubles[0] = load;
      bits[0] = (bits[0] ?? 0n) + 1n;
      expect(nextUp(load)).toBe(doubles[0]);
    }),
  );
  for (const power of [1e-9, 0.5, 1, 2, 1024, 2 ** 40]) {
    doubles[0] = power;
    bits[0] = (bits[0] ?? 0n) + 1n;
    expect(nextUp(power)).toBe(doubles[0]);
  }
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
});
