import { describe, expect, test } from "vitest";
import { isWhole } from "../../../shared/chart/view.ts";
import { costAt } from "../../../shared/engine/curve.ts";
import { figuresOf, LINEAR } from "./_charted.ts";

describe("a chart's view", () => {
  test("holds every guide line and every curve on logarithmic axes", async () => {
    const { view, whole, offers } = await figuresOf();
    expect(view).toEqual(whole);
    expect(view.requests.min).toBeLessThan(2628);
    expect(view.requests.max).toBeGreaterThan(2_628_000 * 10_000);
    for (const { curve } of offers) {
      expect(costAt(curve, view.requests.max)).toBeLessThanOrEqual(view.cost.max);
    }
  });

  test("shows the load and the next change of the cheapest on linear axes, from zero", async () => {
    const { view, whole, winners } = await figuresOf({}, LINEAR);
    const [, next] = winners;
    expect([view.requests.min, view.cost.min]).toEqual([0, 0]);
    expect(view.requests.max).toBeGreaterThan(next?.from ?? Infinity);
    expect(view.requests.max).toBeLessThan(whole.requests.max / 50);
    expect(isWhole(view, whole)).toBe(false);
    expect(isWhole(whole, whole)).toBe(true);
  });

  test("is not all there is where one axis alone is linear", async () => {
    const { view, offers } = await figuresOf({}, { requests: "log", cost: "linear" });
    const dearest = Math.max(...offers.map(({ curve }) => costAt(curve, view.requests.max)));
    expect(dearest).toBeGreaterThan(view.cost.max / 2);
    expect(view.requests.max).toBeLessThan(2_628_000_000);
  });

  test("stays a view where nothing is asked of anybody", async () => {
    const { view, columns } = await figuresOf({ requestsPerMonth: 0 }, LINEAR);
    expect(view.requests.max).toBeGreaterThan(0);
    expect(columns.flat().every((value) => value === null || Number.isFinite(value))).toBe(true);
  });
});

describe("who is cheapest in the chart", () => {
  test("is named without gap from the first load to the last", async () => {
    const { winners } = await figuresOf();
    expect(winners[0]?.from).toBe(0);
    expect(winners.at(-1)?.to).toBe(26_280_000_000);
    for (const [index, { from }] of winners.entries()) {
      if (index > 0) expect(from).toBe(winners[index - 1]?.to);
    }
  });

  test("is nobody who cannot carry the load", async () => {
    const { winners, offers } = await figuresOf({ sizing: "fixed", fixedMachines: 1 });
    const machine = offers.find(({ offer }) => offer.kind === "machine");
    const carried = (machine?.capacity?.requestsPerMachine ?? 0) * 1;
    expect(carried).toBeGreaterThan(0);
    const last = winners.at(-1);
    expect(last?.cheapest.offer.kind).toBe("function");
    for (const { to, cheapest } of winners) {
      const { capacity } = cheapest;
      if (capacity === null) continue;
      expect(to).toBeLessThanOrEqual(capacity.requestsPerMachine * capacity.machines);
    }
  });
});
