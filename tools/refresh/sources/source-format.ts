import * as z from "zod/mini";

/** A source is not as it used to be. The message names the source, the place in it and what was expected. */
export class SourceFormatError extends Error {
  override readonly name = "SourceFormatError";

  constructor(source: string, path: string, expected: string) {
    super(`${source}: ${path === "" ? "the whole" : path}: expected ${expected}`);
  }
}

/** A value that has passed a schema; one that does not is a `SourceFormatError`. */
export function check<T>(schema: z.ZodMiniType<T>, value: unknown, source: string, path = ""): T {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = [path, ...(issue?.path ?? []).map(String)].filter((part) => part !== "");
  throw new SourceFormatError(source, place.join("."), expectedBy(issue));
}

function expectedBy(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return "another value";
  if (issue.code === "invalid_type") return issue.expected;
  if (issue.code === "invalid_value") return issue.values.map(String).join(" or ");
  if (issue.code === "custom") return issue.message;
  return `another value (${issue.code})`;
}

/** A number written in decimals, `"0.0136000000"`; anything else is a `SourceFormatError`. */
export function decimal(text: string, source: string, path: string): number {
  if (!/^\d+(?:\.\d+)?$/u.test(text)) {
    throw new SourceFormatError(source, path, `a number in decimals, not ${JSON.stringify(text)}`);
  }
  return Number(text);
}

/** `YYYY-MM-DD` of a time in ISO 8601; anything else is a `SourceFormatError`. */
export function dayIn(time: string, source: string, path: string): string {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/u.exec(time)?.[0];
  if (day === undefined) {
    throw new SourceFormatError(source, path, `a day or time, not ${JSON.stringify(time)}`);
  }
  return day;
}

/** The number with so many digits after the point. */
export function roundTo(digits: number, value: number): number {
  return Number(value.toFixed(digits));
}

/** A number times a power of ten, exact in its decimals. */
export function byPowerOfTen(value: number, power: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + power}`);
}
