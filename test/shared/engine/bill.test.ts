import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { billAt, totalOf, type LineItem } from "../../../shared/engine/bill.ts";
import { oldestProvenance } from "../../../shared/engine/oldest-price.ts";
import { oldestPriceDate } from "../../../shared/engine/oldest-price.ts";
import { monthlyTotal } from "../../../shared/engine/monthly-total.ts";
import type { Provenance } from "../../../shared/engine/price.ts";
import { anyLoad, anyOffer, runs } from "./_arbitraries.ts";

function line(quantity: number, date: string | null): LineItem {
  const provenance: Provenance | null =
    date === null
      ? null
      : { source: `list of ${date}`, url: "https://example.org", date, confidence: "high" };
  return {
    meter: "requests",
    unit: "request",
    quantity,
    free: 0,
    billable: quantity,
    tiers: [],
    amount: 0,
    provenance,
  };
}

describe("the oldest price of a bill", () => {
  test("is that of the earliest day, the first of several", () => {
    const lines = [line(1, "2026-02-01"), line(2, "2025-03-01"), line(3, "2025-03-01")];
    expect(oldestProvenance(lines)).toBe(lines[1]?.provenance);
    expect(oldestPriceDate(lines)).toBe("2025-03-01");
  });

  test("is none that was not used, and none of the caller's own", () => {
    const lines = [line(0, "2020-01-01"), line(5, null), line(1, "2026-02-01")];
    expect(oldestPriceDate(lines)).toBe("2026-02-01");
    expect(oldestPriceDate([line(1, "2026-02-01"), line(5, null)])).toBe("2026-02-01");
    expect(oldestPriceDate([line(0, "2020-01-01"), line(5, null)])).toBeNull();
    expect(oldestProvenance([])).toBeNull();
  });
});

test("the total of a month is that of its bill's lines", () => {
  fc.assert(
    fc.property(anyOffer, anyLoad, ({ charges, fleet }, load) => {
      const total = totalOf(billAt(charges, load, fleet));
      expect(Math.abs(monthlyTotal(charges, load, fleet) - total)).toBeLessThanOrEqual(
        1e-12 * Math.max(1, total),
      );
    }),
    runs(500),
  );
});
