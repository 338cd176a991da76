import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { positionOn, ticksOf, valueOn, type Axis } from "../../../shared/chart/axis.ts";

const log = (min: number, max: number): Axis => ({ min, max, scale: "log" });
const linear = (min: number, max: number): Axis => ({ min, max, scale: "linear" });

const anyAxis = fc
  .record({
    scale: fc.constantFrom("log" as const, "linear" as const),
    min: fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
    factor: fc.double({ min: 1.001, max: 1e7, noNaN: true }),
  })
  .map(({ scale, min, factor }): Axis => ({ scale, min, max: min * factor }));

describe("an axis", () => {
  test("has equal room for equal factors, or for equal amounts", () => {
    expect(positionOn(log(1, 10_000), 100)).toBeCloseTo(0.5, 12);
    expect(positionOn(linear(0, 10_000), 100)).toBeCloseTo(0.01, 12);
  });

  test("finds the value at a position again", () => {
    fc.assert(
      fc.property(anyAxis, fc.double({ min: 0, max: 1, noNaN: true }), (axis, position) => {
        expect(positionOn(axis, valueOn(axis, position))).toBeCloseTo(position, 6);
      }),
    );
  });
});

describe("the ticks of an axis", () => {
  test("are the powers of ten where there are enough of them", () => {
    expect(ticksOf(log(0.1, 1000))).toEqual([0.1, 1, 10, 100, 1000]);
    expect(ticksOf(log(1642.5, 20_000_000))).toEqual([10_000, 100_000, 1_000_000, 10_000_000]);
  });

  test("are numbers between them where one looks closer", () => {
    expect(ticksOf(log(8, 120))).toEqual([10, 20, 50, 100]);
    expect(ticksOf(log(17_000_000, 19_000_000))).toEqual([
      17_000_000, 17_500_000, 18_000_000, 18_500_000, 19_000_000,
    ]);
  });

  test("are even steps on a linear axis", () => {
    expect(ticksOf(linear(0, 100))).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticksOf(linear(0, 0.32))).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticksOf(linear(1.21, 1.29))).toEqual([1.22, 1.24, 1.26, 1.28]);
  });

  test("ascend, lie on the axis and are few", () => {
    fc.assert(
      fc.property(anyAxis, (axis) => {
        const ticks = ticksOf(axis);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThan(14);
        for (const [index, tick] of ticks.entries()) {
          expect(tick).toBeGreaterThanOrEqual(axis.min * (1 - 1e-9));
          expect(tick).toBeLessThanOrEqual(axis.max * (1 + 1e-9));
          if (index > 0) expect(tick).toBeGreaterThan(ticks[index - 1] ?? 0);
        }
      }),
    );
  });
});
