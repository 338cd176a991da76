import { describe, expect, test } from "vitest";
import {
  editableProfile,
  isWeek,
  presetProfile,
  scaledProfile,
  toDay,
  toWeek,
  withHour,
} from "../../web/state/profile.ts";

describe("a profile that is edited", () => {
  test("begins even, at half the height", () => {
    expect(editableProfile([])).toEqual(Array.from({ length: 24 }, () => 50));
    expect(withHour([], 3, 80)[3]).toBe(80);
    expect(withHour([], 3, 80)[4]).toBe(50);
  });

  test("keeps hours between 0 and 100, and one above 0", () => {
    const only = Array.from({ length: 24 }, (_, hour) => (hour === 5 ? 40 : 0));
    expect(withHour(only, 5, 0)[5]).toBe(1);
    expect(withHour(only, 6, 250)[6]).toBe(100);
    expect(withHour(only, 6, -5)[6]).toBe(0);
  });

  test("is brought to 100 where its counts are in another unit", () => {
    const counts = Array.from({ length: 24 }, (_, hour) => hour * 1000);
    expect(Math.max(...editableProfile(counts))).toBe(100);
    expect(scaledProfile([1, 3])).toEqual([33.3, 100]);
  });
});

describe("a week", () => {
  test("is seven times the day, and a day is the mean of its days", () => {
    const day = presetProfile("evening", false);
    const week = toWeek(day);
    expect(isWeek(week)).toBe(true);
    expect(toDay(week)).toEqual(day);
  });

  test("of office hours has quiet weekends", () => {
    const week = presetProfile("office", true);
    const sum = (weights: readonly number[]) =>
      weights.reduce((total, weight) => total + weight, 0);
    expect(sum(week.slice(120, 144))).toBeLessThan(sum(week.slice(0, 24)) / 5);
    expect(Math.max(...week)).toBe(100);
  });
});
