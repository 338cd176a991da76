import { describe, expect, test } from "vitest";
import type { LineItem } from "../../shared/engine/bill.ts";
import type { Provenance } from "../../shared/engine/price.ts";
import { restsOnLowConfidence } from "../../shared/low-confidence.ts";
import { ageInDays, flagsOf, priceFlags } from "../../shared/price-flags.ts";

function from(date: string, confidence: Provenance["confidence"] = "high"): Provenance {
  return { source: "a list", url: "https://example.com/", date, confidence };
}

function used(quantity: number, provenance: Provenance | null): LineItem {
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

describe("what is to be said of a price", () => {
  test("is that it is old, when it is from more than 400 days ago", () => {
    expect(ageInDays("2026-01-01", "2027-02-05")).toBe(400);
    expect(priceFlags(from("2026-01-01"), "2027-02-05")).toEqual([]);
    expect(priceFlags(from("2026-01-01"), "2027-02-06")).toEqual(["old"]);
  });

  test("is that it was not confirmed, when its confidence is low", () => {
    expect(priceFlags(from("2026-01-01", "low"), "2026-01-02")).toEqual(["low_confidence"]);
    expect(priceFlags(from("2026-01-01", "medium"), "2026-01-02")).toEqual([]);
    expect(priceFlags(from("2020-01-01", "low"), "2026-01-02")).toEqual(["old", "low_confidence"]);
  });

  test("is nothing of one that the caller gave", () => {
    expect(priceFlags(null, "2026-01-02")).toEqual([]);
  });
});

describe("what is to be said of a bill", () => {
  test("is each flag of a price that it used, once, in order", () => {
    const lines = [
      used(1, from("2020-01-01")),
      used(2, from("2026-01-01", "low")),
      used(3, from("2020-01-01", "low")),
      used(4, null),
    ];
    expect(flagsOf(lines, "2026-01-02")).toEqual(["low_confidence", "old"]);
  });

  test("is nothing of prices that it did not use", () => {
    expect(flagsOf([used(0, from("2020-01-01", "low"))], "2026-01-02")).toEqual([]);
    expect(flagsOf([used(1, from("2026-01-01"))], "2026-01-02")).toEqual([]);
  });

  test("is that it was not confirmed by either way of asking", () => {
    const bills = [
      [],
      [used(1, from("2020-01-01"))],
      [used(0, from("2026-01-01", "low"))],
      [used(1, null), used(2, from("2026-01-01", "low"))],
    ];
    for (const lines of bills) {
      const flags = flagsOf(lines, "2026-01-02");
      expect(restsOnLowConfidence(lines)).toBe(flags.includes("low_confidence"));
    }
    expect(bills.map(restsOnLowConfidence)).toEqual([false, false, false, true]);
  });
});
