import { describe, expect, test } from "vitest";
import { convert } from "../../shared/currency.ts";
import { peakOf } from "../../shared/hourly-profile.ts";
import {
  secondsToMs,
  toRequestsPerMonth,
  toRequestsPerSecond,
  toWholeNanoseconds,
} from "../../shared/units.ts";

describe("a month of 730 hours", () => {
  test("has 2,628,000 requests at one a second", () => {
    expect(toRequestsPerMonth(1)).toBe(2_628_000);
    expect(toRequestsPerMonth(0.5)).toBe(1_314_000);
    expect(toRequestsPerSecond(5_256_000)).toBe(2);
  });
});

describe("a duration", () => {
  test("in seconds is the same in milliseconds, without what the product leaves behind", () => {
    expect(1.001 * 1000).not.toBe(1001);
    expect(secondsToMs(1.001)).toBe(1001);
    expect(secondsToMs(0.001)).toBe(1);
    expect(secondsToMs(900)).toBe(900_000);
  });

  test("is told apart to the nanosecond", () => {
    expect(toWholeNanoseconds(1.000_000_4)).toBe(1);
    expect(toWholeNanoseconds(1.000_000_6)).toBe(1.000_001);
    expect(toWholeNanoseconds(0.1 + 0.2)).toBe(0.3);
  });
});

describe("money", () => {
  test("is converted at so many yen for a dollar", () => {
    expect(convert(2, "USD", "JPY", 150)).toBe(300);
    expect(convert(300, "JPY", "USD", 150)).toBe(2);
  });

  test("stays what it is in its own currency", () => {
    expect(convert(2, "USD", "USD", 150)).toBe(2);
    expect(convert(300, "JPY", "JPY", 150)).toBe(300);
  });
});

describe("the peak of a profile", () => {
  test("is its busiest hour over the mean of all, in whatever unit", () => {
    expect(peakOf([1, 1, 1, 1])).toBe(1);
    expect(peakOf([0, 2, 4, 2])).toBe(2);
    expect(peakOf([0, 20, 40, 20])).toBe(2);
    expect(peakOf([0, 0, 0, 7])).toBe(4);
  });
});
