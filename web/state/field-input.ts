import type { NumberField } from "../../shared/fields.ts";

/** Why a text is not a value of a field. */
export type FieldProblem =
  | { readonly code: "required" | "number" | "integer" }
  | { readonly code: "atLeast" | "atMost"; readonly limit: number };

export type FieldReading =
  | { readonly value: number; readonly problem: null }
  | { readonly value: null; readonly problem: FieldProblem };

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;

/** A typed text as a value of a field. Full-width digits and thousands separators are read too. */
export function readField(text: string, field: NumberField): FieldReading {
  const plain = text.normalize("NFKC").replaceAll(/[\s,_、]/gu, "");
  if (plain === "") return rejected({ code: "required" });
  if (!NUMBER.test(plain)) return rejected({ code: "number" });
  const value = Number(plain);
  if (!Number.isFinite(value)) return rejected({ code: "number" });
  if (value < field.min) return rejected({ code: "atLeast", limit: field.min });
  if (value > field.max) return rejected({ code: "atMost", limit: field.max });
  if (field.integer === true && !Number.isInteger(value)) return rejected({ code: "integer" });
  return { value, problem: null };
}

/** Whether a field can have this value; attributes of a host page are not always careful. */
export function isValueOf(field: NumberField, value: number): boolean {
  return (
    value >= field.min && value <= field.max && (field.integer !== true || Number.isInteger(value))
  );
}

function rejected(problem: FieldProblem): FieldReading {
  return { value: null, problem };
}
