import * as z from "zod/mini";
import {
  FIELDS,
  NAME_LENGTH_MAX,
  type DefaultedFieldName,
  type FieldName,
  type NumberField,
} from "../fields.ts";
import { FIELD_DESCRIPTIONS } from "./field-descriptions.ts";

/** Units of the fields, kept beside the schemas for the OpenAPI document. */
export const fieldMetadata = z.registry<{ description?: string; "x-unit"?: string }>();

/** The number of that name in `fields.ts`, within its limits; a numeric string is read as its number. */
export function number(name: FieldName) {
  const field: NumberField = FIELDS[name];
  const limited = z.number().check(z.minimum(field.min), z.maximum(field.max));
  const checked = field.integer === true ? limited.check(z.int()) : limited;
  return described(name, z.pipe(z.transform(toNumber), checked));
}

/** The same, with its documented default when it is left out. */
export function numberOrDefault(name: DefaultedFieldName) {
  return described(name, z.prefault(number(name), FIELDS[name].default));
}

function described<Schema extends z.core.$ZodType>(name: FieldName, schema: Schema): Schema {
  const metadata = { description: FIELD_DESCRIPTIONS[name], "x-unit": FIELDS[name].unit };
  fieldMetadata.add(schema, metadata);
  return schema;
}

/** `true` or `false`, also as text, as a query string has it. */
export function flag(byDefault: boolean) {
  return z.prefault(z.pipe(z.transform(toBoolean), z.boolean()), byDefault);
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
  if (value === "true" || value === "1") return true;
  if (value === "false" || value === "0") return false;
  return value;
}
