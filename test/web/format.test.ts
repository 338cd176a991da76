import { describe, expect, test } from "vitest";
import { FIELDS } from "../../shared/fields.ts";
import { formatterFor } from "../../web/format.ts";
import { dateText, unitPriceText } from "../../web/formats.ts";
import { readField } from "../../web/state/field-input.ts";

describe("formatting", () => {
  const english = formatterFor("en", "USD");
  const japanese = formatterFor("ja", "JPY");

  test("writes money as people of the language do", () => {
    expect(english.money(1234.5)).toBe("$1,234.50");
    expect(english.money(0)).toBe("$0.00");
    expect(japanese.money(1234.5)).toMatch(/^[¥￥]1,235$/u);
  });

  test("tells less than a cent from nothing", () => {
    expect(english.money(0.00123)).toBe("$0.00123");
    expect(unitPriceText(0.0000002, english)).toBe("$0.0000002");
  });

  test("shortens large counts", () => {
    expect(english.compactCount(18_302_108)).toBe("18.3M");
    expect(japanese.compactCount(18_302_108)).toBe("1830万");
  });

  test("says a load as requests a second", () => {
    expect(english.rate(2_628_000)).toBe("1");
    expect(english.rate(18_302_108)).toBe("6.96");
  });

  test("writes a date of a price without moving it across time zones", () => {
    expect(dateText("2026-07-20", english)).toBe("Jul 20, 2026");
    expect(dateText("2026-07-20", japanese)).toBe("2026/07/20");
  });
});

describe("a field", () => {
  const { service_memory_mb: memory } = FIELDS;

  test.each([
    ["512", 512],
    ["2,048", 2048],
    [" ５１２ ", 512],
    ["1e3", 1000],
  ])("reads %j", (text, value) => {
    expect(readField(text, memory)).toEqual({ value, problem: null });
  });

  test.each([
    ["", { code: "required" }],
    ["many", { code: "number" }],
    ["0x200", { code: "number" }],
    ["127", { code: "atLeast", limit: 128 }],
    ["32769", { code: "atMost", limit: 32_768 }],
    ["512.5", { code: "integer" }],
  ])("says what is wrong with %j", (text, problem) => {
    expect(readField(text, memory)).toEqual({ value: null, problem });
  });
});
