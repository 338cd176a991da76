import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chargeFor,
  mapUnitPrices,
  tierCharges,
  withoutFreeAllowance,
} from "../../../shared/engine/price.ts";
import { billAt, totalOf } from "../../../shared/engine/bill.ts";
import { anyLoad, anyOffer, anyPrice, runs } from "./_arbitraries.ts";
import { flatPrice, perMachineCharge, perRequestCharge, tieredPrice } from "./_prices.ts";

/** 5 free; then 10 at 3, 20 at 2, the rest at 1. */
const PRICE = tieredPrice(
  [
    { upTo: 10, unitPrice: 3 },
    { upTo: 30, unitPrice: 2 },
    { upTo: Infinity, unitPrice: 1 },
  ],
  5,
);

const THREE = { requestsPerMachine: Infinity, minimumMachines: 3 };

describe("a graduated price", () => {
  test.each([
    [0, 0],
    [5, 0],
    [6, 3],
    [14, 27],
    [15, 30],
    [16, 32],
    [34, 68],
    [35, 70],
    [36, 71],
    [135, 170],
  ])("of %d units is %d", (quantity, amount) => {
    expect(chargeFor(PRICE, quantity)).toBe(amount);
  });

  test("without its allowance charges the first unit", () => {
    expect(chargeFor(withoutFreeAllowance(PRICE), 1)).toBe(3);
    expect(chargeFor(withoutFreeAllowance(PRICE), 36)).toBe(76);
  });

  test("that has no allowance stays itself without one", () => {
    const price = flatPrice(2);
    expect(withoutFreeAllowance(price)).toBe(price);
  });

  test("lists the tiers that were reached, each with its own part", () => {
    expect(tierCharges(PRICE.tiers, 12)).toEqual([
      { from: 0, upTo: 10, quantity: 10, unitPrice: 3, amount: 30 },
      { from: 10, upTo: 30, quantity: 2, unitPrice: 2, amount: 4 },
    ]);
    expect(tierCharges(PRICE.tiers, 10)).toHaveLength(1);
    expect(tierCharges(PRICE.tiers, 0)).toEqual([]);
  });

  test("charges the sum of its tiers", () => {
    fc.assert(
      fc.property(anyPrice, anyLoad, (price, quantity) => {
        let sum = 0;
        for (const { amount } of tierCharges(price.tiers, quantity - price.free)) sum += amount;
        expect(chargeFor(price, quantity)).toBe(sum);
      }),
      runs(1000),
    );
  });

  test("never costs more with an allowance than without", () => {
    fc.assert(
      fc.property(anyPrice, anyLoad, (price, quantity) => {
        const gross = chargeFor(withoutFreeAllowance(price), quantity);
        expect(chargeFor(price, quantity)).toBeLessThanOrEqual(gross);
      }),
      runs(1000),
    );
  });

  const toYen = (usd: number) => usd * 150;
  test("in another currency changes its amounts and no bound", () => {
    expect(mapUnitPrices(PRICE, toYen)).toMatchObject({
      free: 5,
      tiers: [{ upTo: 10, unitPrice: 450 }, {}, {}],
    });
    expect(chargeFor(mapUnitPrices(PRICE, toYen), 36)).toBe(10_650);
  });
});

describe("a bill", () => {
  test("takes each meter's allowance off its own quantity and adds up the lines", () => {
    const charges = [perRequestCharge(PRICE, 2), perMachineCharge(flatPrice(0.5, 100), 730)];
    const lines = billAt(charges, 18, THREE);
    expect(
      lines.map(({ quantity, free, billable, amount }) => [quantity, free, billable, amount]),
    ).toEqual([
      [36, 5, 31, 71],
      [2190, 100, 2090, 1045],
    ]);
    expect(totalOf(lines)).toBe(1116);
  });

  test("shows no more free usage than there is usage", () => {
    expect(billAt([perRequestCharge(PRICE)], 3, null)).toMatchObject([
      { quantity: 3, free: 3, billable: 0, tiers: [], amount: 0 },
    ]);
  });

  test("adds up: free and billable make the quantity, tiers the amount, lines the total", () => {
    fc.assert(
      fc.property(anyOffer, anyLoad, ({ charges, fleet }, load) => {
        const lines = billAt(charges, load, fleet);
        for (const { quantity, free, billable, tiers, amount } of lines) {
          expect(quantity - free).toBe(billable);
          expect(tiers.reduce((sum, tier) => sum + tier.amount, 0)).toBe(amount);
        }
        expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(totalOf(lines));
      }),
      runs(500),
    );
  });
});
