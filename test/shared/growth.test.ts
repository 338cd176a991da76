import { describe, expect, test } from "vitest";
import { buildCurve } from "../../shared/engine/build-curve.ts";
import { monthReaching, paybackMonth, project } from "../../shared/growth.ts";
import { line } from "./engine/_prices.ts";

const DOUBLING = { requestsPerMonth: 100, monthlyRate: 1, months: 4 };
const HALVING = { requestsPerMonth: 800, monthlyRate: -0.5, months: 4 };

function curveOf(perRequest: number, fixed = 0) {
  const { charges, fleet } = line(perRequest, fixed);
  return buildCurve(charges, fleet);
}

describe("a growing load", () => {
  test("costs month by month, each curve summed up for itself", () => {
    expect(project(DOUBLING, [curveOf(1), curveOf(0.5, 50)])).toEqual([
      { month: 0, requestsPerMonth: 100, costs: [100, 100], cumulated: [100, 100] },
      { month: 1, requestsPerMonth: 200, costs: [200, 150], cumulated: [300, 250] },
      { month: 2, requestsPerMonth: 400, costs: [400, 250], cumulated: [700, 500] },
      { month: 3, requestsPerMonth: 800, costs: [800, 450], cumulated: [1500, 950] },
    ]);
  });

  test.each([
    // [requests, month]
    [100, null],
    [101, 1],
    [200, 1],
    [201, 2],
    [800, 3],
    [801, null],
  ])("reaches %d requests in month %s", (reached, month) => {
    expect(monthReaching(DOUBLING, reached)).toBe(month);
  });

  test.each([
    [800, null],
    [799, 1],
    [400, 1],
    [399, 2],
    [99, null],
  ])("that shrinks falls to %d requests in month %s", (reached, month) => {
    expect(monthReaching(HALVING, reached)).toBe(month);
  });

  test("that stays what it is reaches nothing", () => {
    const still = { requestsPerMonth: 100, monthlyRate: 0, months: 12 };
    expect(monthReaching(still, 101)).toBeNull();
    expect(monthReaching(still, 100)).toBeNull();
  });
});

describe("a change that costs something once", () => {
  const months = () => project(DOUBLING, [curveOf(1), curveOf(0.5, 50)]);

  test.each([
    // Saved by the end of the months: 0, 50, 200, 550.
    [0, 0],
    [50, 1],
    [50.01, 2],
    [550, 3],
    [551, null],
  ])("for %d has paid in month %s", (cost, month) => {
    expect(paybackMonth(months(), 0, 1, cost)).toBe(month);
  });

  test("to what costs more never pays", () => {
    expect(paybackMonth(months(), 1, 0, 1)).toBeNull();
  });
});
