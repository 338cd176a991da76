import { describe, expect, test } from "vitest";
import { costAt } from "../../shared/engine/curve.ts";
import { drawMonths, monthsBox } from "../../web/projection/projection-drawing.ts";
import { projectionOf } from "../../web/projection/projection.ts";
import type { SimulationInputs } from "../../web/state/inputs.ts";
import { answeredSimulation } from "./_simulation.ts";

async function projected(patch: Partial<SimulationInputs>) {
  const { answer } = await answeredSimulation(patch);
  return projectionOf(answer);
}

/** The cheapest offer of each month. */
function cheapestByMonth({ months, offers }: Awaited<ReturnType<typeof projected>>): string[] {
  return months.map(({ costs }) => offers[costs.indexOf(Math.min(...costs))]?.id ?? "");
}

describe("the projection", () => {
  test("costs each month what its load costs, and sums the months up", async () => {
    const { months, offers } = await projected({ growthPercent: 20, horizonMonths: 24 });
    expect(months).toHaveLength(24);
    const sums = offers.map(() => 0);
    for (const { month, requestsPerMonth, costs, cumulated } of months) {
      expect(requestsPerMonth).toBeCloseTo(2_628_000 * 1.2 ** month, 0);
      for (const [index, { curve }] of offers.entries()) {
        expect(costs[index]).toBe(costAt(curve, requestsPerMonth));
        sums[index] = (sums[index] ?? 0) + (costs[index] ?? 0);
        expect(cumulated[index]).toBeCloseTo(sums[index] ?? 0, 9);
      }
    }
  });

  test.each([20, -15])(
    "names every month in which another becomes the cheapest, at %d %%",
    async (growthPercent) => {
      const projection = await projected({
        growthPercent,
        requestsPerMonth: growthPercent > 0 ? 2_628_000 : 60_000_000,
        horizonMonths: 36,
      });
      const cheapest = cheapestByMonth(projection);
      const changes = cheapest.flatMap((id, month) =>
        month > 0 && id !== cheapest[month - 1] ? [month] : [],
      );
      const told = new Map(
        projection.crossovers.map((crossover) => [crossover.month, crossover.cheapest.id]),
      );
      expect(changes.length).toBeGreaterThan(0);
      for (const month of changes) expect(told.get(month)).toBe(cheapest[month]);
    },
  );

  test("says nothing changes where the load stays", async () => {
    const { crossovers, months } = await projected({ growthPercent: 0, horizonMonths: 12 });
    expect(crossovers).toEqual([]);
    expect(new Set(months.map(({ costs }) => costs.join())).size).toBe(1);
  });

  test("ends machines where a fixed number of them carries no more", async () => {
    const { offers, monthsCarried, months, change } = await projected({
      sizing: "fixed",
      growthPercent: 50,
      horizonMonths: 36,
    });
    for (const [index, { offer, capacity }] of offers.entries()) {
      const carried = monthsCarried[index] ?? 0;
      if (offer.kind === "function") expect(carried).toBe(36);
      else {
        const limit = (capacity?.requestsPerMachine ?? 0) * (capacity?.machines ?? 0);
        expect(carried).toBeLessThan(36);
        expect(months[carried]?.requestsPerMonth).toBeGreaterThan(limit);
        expect(months[carried - 1]?.requestsPerMonth ?? 0).toBeLessThanOrEqual(limit);
      }
    }
    expect(change).toBeNull();
  });

  test("finds when a change to the cheaper kind has paid for itself", async () => {
    const patch = { growthPercent: 15, horizonMonths: 36, requestsPerMonth: 20_000_000 };
    const { change, months, offers } = await projected({ ...patch, oneOffCost: 500 });
    expect(change?.to.offer.kind).toBe("machine");
    const indexOf = (id: string | undefined) => offers.findIndex((offer) => offer.id === id);
    const [from, to] = [indexOf(change?.from.id), indexOf(change?.to.id)];
    const savedBy = (month: number) =>
      (months[month]?.cumulated[from] ?? 0) - (months[month]?.cumulated[to] ?? 0);
    const paidIn = change?.paidIn ?? Number.NaN;
    expect(savedBy(paidIn)).toBeGreaterThanOrEqual(500);
    expect(savedBy(paidIn - 1)).toBeLessThan(500);
    expect(change?.saved).toBeCloseTo(savedBy(35), 6);
    expect((await projected({ ...patch, oneOffCost: 1e9 })).change?.paidIn).toBeNull();
  });

  test.each([1, 2, 120])("is drawn within its box over %d months", async (horizonMonths) => {
    const projection = await projected({ growthPercent: 3, horizonMonths });
    const box = monthsBox(800, 288);
    const shapes = drawMonths(
      {
        lines: projection.offers.map(({ offer }, index) => ({
          colour: "#000",
          kind: offer.kind,
          values: projection.months.map(({ costs }) => costs[index] ?? 0),
        })),
        months: horizonMonths,
        crossovers: projection.crossovers.map(({ month }) => month),
        month: 0,
        theme: { text: "", muted: "", grid: "", surface: "", accent: "", guide: "", font: "" },
        monthAxis: "months",
        monthText: String,
        costText: String,
      },
      box,
    );
    const points = shapes.flatMap((shape) => (shape.kind === "line" ? shape.points : []));
    expect(points.length).toBeGreaterThan(horizonMonths);
    for (const [x, y] of points) {
      expect(x).toBeGreaterThanOrEqual(box.left);
      expect(x).toBeLessThanOrEqual(box.left + box.width + 1e-9);
      expect(y).toBeGreaterThanOrEqual(box.top);
      expect(y).toBeLessThanOrEqual(box.top + box.height + 1e-9);
    }
  });
});
