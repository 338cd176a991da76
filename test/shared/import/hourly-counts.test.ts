import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hourOf } from "../../../shared/import/hour-of-time.ts";
import { readHourlyCounts, type HourlyCounts } from "../../../shared/import/hourly-counts.ts";

function counts(text: string): HourlyCounts {
  const reading = readHourlyCounts(text);
  if (reading.counts === null) throw new Error(JSON.stringify(reading.problem));
  return reading.counts;
}

const problem = (text: string) => readHourlyCounts(text).problem;
const day = Array.from({ length: 24 }, (_, hour) => hour * 10);

describe("bare counts", () => {
  test.each([
    ["lines", day.join("\n")],
    ["commas", day.join(", ")],
    ["tabs and semicolons", `${day.slice(0, 12).join("\t")}\n${day.slice(12).join(";")}`],
    ["full-width digits", day.map((count) => String(count).replaceAll("1", "１")).join("\n")],
  ])("of a day are read from %s", (_name, text) => {
    const { hourlyWeights, requestsPerMonth, hours } = counts(text);
    expect(hours).toBe(24);
    expect(hourlyWeights).toEqual(day);
    expect(requestsPerMonth).toBe(Math.round((2760 / 24) * 730));
  });

  test("of a week give each hour of it", () => {
    const week = Array.from({ length: 168 }, (_, hour) => (hour < 24 ? 1 : 2));
    const { hourlyWeights, requestsPerMonth } = counts(week.join("\n"));
    expect([hourlyWeights.length, hourlyWeights[0], hourlyWeights[167]]).toEqual([168, 1, 2]);
    expect(requestsPerMonth).toBe(Math.round((312 / 168) * 730));
  });

  test("of some days are averaged", () => {
    const twoDays = [...day, ...day.map((count) => count * 3)];
    const { hourlyWeights, requestsPerMonth } = counts(twoDays.join("\n"));
    expect(hourlyWeights).toEqual(day.map((count) => count * 2));
    expect(requestsPerMonth).toBe(2 * counts(day.join("\n")).requestsPerMonth);
  });

  test("of another number of hours are refused, with the number", () => {
    expect(problem("1 2 3")).toEqual({ code: "howMany", count: 3 });
    expect(problem("")).toEqual({ code: "empty" });
    expect(problem(Array.from({ length: 24 }, () => 0).join(" "))).toEqual({ code: "allZero" });
  });

  test("name the line of what is no count", () => {
    expect(problem(`1\n2\n\nthree\n4`)).toEqual({ code: "notACount", line: 4, text: "three" });
    expect(problem(`1\n-2`)).toEqual({ code: "notACount", line: 2, text: "-2" });
  });
});

describe("counts with their times", () => {
  const rows = (time: (hour: number) => string) =>
    day.map((count, hour) => `${time(hour)},${count}`).join("\n");
  const two = (hour: number) => String(hour).padStart(2, "0");

  test.each([
    ["ISO", (hour: number) => `2026-11-23T${two(hour)}:00:00Z`],
    ["spaces", (hour: number) => `2026-11-23 ${two(hour)}:00`],
    ["slashes", (hour: number) => `2026/11/23 ${hour}:00`],
    ["the American order", (hour: number) => `11/23/2026 ${hour}:00`],
    ["seconds", (hour: number) => String(Date.UTC(2026, 10, 23, hour) / 1000)],
    ["milliseconds", (hour: number) => String(Date.UTC(2026, 10, 23, hour))],
  ])("are read from times in %s", (_name, time) => {
    expect(counts(rows(time))).toEqual(counts(day.join("\n")));
  });

  test("may have a header that says which column is the count", () => {
    const text = `Timestamp,Errors,Invocations\n${day
      .map((count, hour) => `2026-11-23 ${two(hour)}:00,7,"${count}"`)
      .join("\n")}`;
    expect(counts(text)).toEqual(counts(day.join("\n")));
  });

  test("of the same hour are added up, and hours that are missing count as none", () => {
    const text = `2026-11-23 00:10,5\n2026-11-23 00:50,5\n2026-11-23 23:00,5`;
    const { hourlyWeights, requestsPerMonth } = counts(text);
    expect(hourlyWeights).toEqual([10, ...Array.from({ length: 22 }, () => 0), 5]);
    expect(requestsPerMonth).toBe(Math.round((15 / 24) * 730));
  });

  test("of a week begin with its Monday, whatever day the first is", () => {
    // 25 November 2026 is a Wednesday.
    const text = Array.from({ length: 168 }, (_, index) => {
      const date = new Date(Date.UTC(2026, 10, 25, index));
      return `${date.toISOString()};${date.getUTCDay() === 1 ? 10 : 1}`;
    }).join("\n");
    const { hourlyWeights } = counts(text);
    expect(hourlyWeights.slice(0, 24)).toEqual(Array.from({ length: 24 }, () => 10));
    expect(hourlyWeights.slice(24).every((weight) => weight === 1)).toBe(true);
  });

  test("of parts of weeks are averaged over the hours that there are", () => {
    // From Wednesday 25 November 2026, 12:00, until a week and a day later, once an hour.
    const text = Array.from({ length: 192 }, (_, index) => {
      const date = new Date(Date.UTC(2026, 10, 25, 12 + index));
      return `${date.toISOString()},${index < 168 ? 10 : 30}`;
    }).join("\n");
    const { hourlyWeights, hours } = counts(text);
    expect(hours).toBe(192);
    const [wednesdayNoon, thursdayNoon] = [60, 84];
    expect(hourlyWeights).toEqual(
      hourlyWeights.map((_, hour) => (hour >= wednesdayNoon && hour < thursdayNoon ? 20 : 10)),
    );
  });

  test("centuries apart, or before 1970, take no longer", () => {
    const { hourlyWeights, hours } = counts("1000-01-01 00:00,7\n9999-12-31 23:00,9");
    expect(hours).toBeGreaterThan(78_000_000);
    expect(hourlyWeights.filter((weight) => weight > 0)).toHaveLength(2);
    // 31 December 1969 was a Wednesday.
    const early = counts("1969-12-31 05:00,7\n1970-01-07 04:00,1").hourlyWeights;
    expect([early[53], early[52]]).toEqual([7, 1]);
  });

  test("of less than a day are refused, and a line without a count is named", () => {
    expect(problem("2026-11-23 00:00,5\n2026-11-23 05:00,5")).toEqual({ code: "lessThanADay" });
    expect(problem("2026-11-23 00:00,5\n2026-11-23 01:00,many")).toEqual({
      code: "notACount",
      line: 2,
      text: "2026-11-23 01:00,many",
    });
    expect(problem("time,count\n2026-11-23 00:00,5\noops,5")).toMatchObject({ line: 3 });
  });
});

test("the hour of a time is that of the calendar", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1970-01-02"), max: new Date("2100-01-01"), noInvalidDate: true }),
      (date) => {
        expect(hourOf(date.toISOString())).toBe(Math.floor(date.getTime() / 3_600_000));
      },
    ),
  );
  expect([hourOf("2026-13-01"), hourOf("2026-01-01 24:00"), hourOf("soon"), hourOf("12")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
