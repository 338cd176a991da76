import { describe, expect, test } from "vitest";
import { FIELDS, type NumberField } from "../../shared/fields.ts";
import { loadQuantities, readField } from "../../web/state/field-input.ts";
import { binaryStops, decimalStops, nearestStop } from "../../web/state/slider-stops.ts";

await loadQuantities();

const READINGS: readonly (readonly [NumberField, readonly (readonly [string, number | null])[]])[] =
  [
    [
      FIELDS.execution_time_ms,
      [
        ["120", 120],
        ["1.5s", 1500],
        ["200 ms", 200],
        ["250µs", 0.25],
        ["2 min", 120_000],
        ["0.25 h", 900_000],
        ["1.5秒", 1500],
        ["３０ミリ秒", 30],
        ["2分", 120_000],
      ],
    ],
    [
      FIELDS.service_memory_mb,
      [
        ["2 GB", 2048],
        ["1.5GiB", 1536],
        ["512 MB", 512],
        ["１ＧＢ", 1024],
        ["1,024", 1024],
      ],
    ],
    [
      FIELDS.egress_per_request_kb,
      [
        ["500KB", 500],
        ["2 MB", 2048],
        ["512 B", 0.5],
        ["0.5gb", 524_288],
      ],
    ],
    [
      FIELDS.monthly_executions,
      [
        ["1M", 1_000_000],
        ["1.1K", 1100],
        ["2.5 billion", 2_500_000_000],
        ["100/s", 262_800_000],
        ["100 rps", 262_800_000],
        ["10 per minute", 438_000],
        ["2/hour", 1460],
        ["24 / day", 730],
        ["1M/month", 1_000_000],
        ["3億", 300_000_000],
        ["2.3億回", 230_000_000],
        ["10万", 100_000],
        ["１２万", 120_000],
        ["3億5000万", 350_000_000],
        ["2千万", 20_000_000],
        ["毎秒100回", 262_800_000],
        ["100回/秒", 262_800_000],
        ["1日に1万回", 304_167],
        ["月間300万リクエスト", 3_000_000],
      ],
    ],
    [
      FIELDS.target_utilisation,
      [
        ["70%", 0.7],
        ["0.7", 0.7],
      ],
    ],
    [
      FIELDS.peak_to_average,
      [
        ["×3", null],
        ["3x", 3],
        ["3 倍", 3],
      ],
    ],
    [
      FIELDS.exchange_rate,
      [
        ["¥150", 150],
        ["150円", 150],
      ],
    ],
    [
      FIELDS.disk_gb,
      [
        ["2TB", 2048],
        ["512 MB", 0.5],
      ],
    ],
  ];

describe.each(READINGS)("a field in $unit", (field, rows) => {
  test.each(rows)("reads %s", (text, value) => {
    expect(readField(text, field).value).toBe(value);
  });
});

describe("a number with a unit", () => {
  test.each([
    ["5 GB", FIELDS.execution_time_ms],
    ["5 s", FIELDS.service_memory_mb],
    ["soon", FIELDS.execution_time_ms],
    ["1..5s", FIELDS.execution_time_ms],
    ["100/year", FIELDS.monthly_executions],
    ["億", FIELDS.monthly_executions],
    ["1e999", FIELDS.monthly_executions],
  ])("%s is not read where it makes no sense", (text, field) => {
    expect(readField(text, field)).toEqual({ value: null, problem: { code: "number" } });
  });

  test("is held to the limits of its field, in the field's unit", () => {
    expect(readField("2h", FIELDS.execution_time_ms).problem).toEqual({
      code: "atMost",
      limit: FIELDS.execution_time_ms.max,
    });
    expect(readField("0.1 GB", FIELDS.service_memory_mb).problem).toEqual({
      code: "atLeast",
      limit: 128,
    });
    expect(readField("0.3 GB", FIELDS.service_memory_mb).problem).toEqual({ code: "integer" });
  });
});

describe("the stops of a slider", () => {
  test("rise by about a tenth, and have the round numbers among them", () => {
    const stops = decimalStops(1, 900_000);
    expect(stops[0]).toBe(1);
    expect(stops).toEqual(expect.arrayContaining([10, 120, 1000, 15_000, 620_000]));
    const factors = stops.slice(1).map((stop, index) => stop / (stops[index] ?? 1));
    expect(Math.min(...factors)).toBeGreaterThan(1.05);
    expect(Math.max(...factors)).toBeLessThan(1.16);
  });

  test("of memory are whole MB between powers of two", () => {
    const stops = binaryStops(128, 10_240);
    expect(stops.every((stop) => Number.isInteger(stop))).toBe(true);
    expect(stops).toEqual(expect.arrayContaining([128, 512, 1536, 3072, 10_240]));
  });

  test("are found by the factor to the next", () => {
    const stops = [0, ...decimalStops(1, 1000)];
    const nearest = (value: number) => stops[nearestStop(stops, value)];
    expect([0, 10, 11.4, 11.6, 5000, 0.4].map(nearest)).toEqual([0, 10, 11, 12, 1000, 1]);
  });
});
