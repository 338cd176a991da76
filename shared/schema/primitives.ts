import * as z from "zod/mini";
import {
  FIELDS,
  NAME_LENGTH_MAX,
  type DefaultedFieldName,
  type FieldName,
  type NumberField,
} from "../fields.ts";
import { described } from "./described.ts";

/** The number of that name in `fields.ts`, within its limits; a numeric string is read as its number. */
export function number(fieldName: FieldName) {
  const field: NumberField = FIELDS[fieldName];
  const schema = z.transform((input: unknown, context) => {
    const value = toNumber(input);
    const issue = numberIssue(field, value);
    if (issue === null) return Number(value);
    context.issues.push({ ...issue, input });
    return z.NEVER;
  });
  return described(schema, () => ({
    type: field.integer === true ? "integer" : "number",
    minimum: field.min,
    maximum: field.max,
    field: fieldName,
  }));
}

/** The same, with its documented default when it is left out. */
export function numberOrDefault(fieldName: DefaultedFieldName) {
  const schema = z.prefault(number(fieldName), FIELDS[fieldName].default);
  return described(schema, () => ({ field: fieldName }));
}

function numberIssue(field: NumberField, value: unknown) {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    return { code: "invalid_type", expected: "number" } as const;
  }
  if (field.integer === true && !Number.isInteger(value)) {
    return { code: "invalid_type", expected: "int" } as const;
  }
  if (value < field.min) {
    return { code: "too_small", origin: "number", minimum: field.min, inclusive: true } as const;
  }
  if (value > field.max) {
    return { code: "too_big", origin: "number", maximum: field.max, inclusive: true } as const;
  }
  return null;
}

/** `true` or `false`, also as text, as a query string has it: `True` is what Python makes of it. */
export function flag(byDefault: boolean) {
  return z.prefault(flagSchema(), byDefault);
}

function flagSchema() {
  const schema = z.transform((input: unknown, context) => {
    const value = toBoolean(input);
    if (typeof value === "boolean") return value;
    context.issues.push({ code: "invalid_type", expected: "boolean", input });
    return z.NEVER;
  });
  return described(schema, () => ({ type: "boolean" }));
}

/** The same, `undefined` where it is left out. */
export function optionalFlag() {
  return z.optional(flagSchema());
}

/** One of a few names. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values);
}

/** The name of a region, a machine type or an offer. */
export function name() {
  return z.string().check(z.minLength(1), z.maxLength(NAME_LENGTH_MAX));
}

const NUMERAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/iu;
const NUMERAL_LENGTH_MAX = 40;

/** Text that looks like a number becomes one; `""`, `null`, `true` and lists stay what they are. */
function toNumber(value: unknown): unknown {
  if (typeof value !== "string" || value.length > NUMERAL_LENGTH_MAX) return value;
  return NUMERAL.test(value) ? Number(value) : value;
}

function toBoolean(value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (/^(?:true|1)$/iu.test(value)) return true;
  return /^(?:false|0)$/iu.test(value) ? false : value;
}
