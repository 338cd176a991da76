import type { NumberField } from "../../shared/fields.ts";
import type { readQuantity as readQuantityOfUnit } from "./quantity.ts";

type ReadQuantity = typeof readQuantityOfUnit;

/** Why a text is not a value of a field. */
export type FieldProblem =
  | { readonly code: "required" | "number" | "integer" }
  | { readonly code: "atLeast" | "atMost"; readonly limit: number };

export type FieldReading =
  | { readonly value: number; readonly problem: null }
  | { readonly value: null; readonly problem: FieldProblem };

let readQuantity: ReadQuantity | null = null;

/** Loads what reads a number with a unit behind it: it is needed when the first one is typed. */
export async function loadQuantities(): Promise<void> {
  ({ readQuantity } = await import("./quantity.ts"));
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;

/**
 * A typed text as a value of a field: a number of its unit or, once that is loaded, one with a unit
 * behind it. Full-width digits and thousands separators are read too.
 */
export function readField(text: string, field: NumberField): FieldReading {
  if (text.trim() === "") return rejected({ code: "required" });
  const plain = text.normalize("NFKC").replaceAll(/[\s,_、]/gu, "");
  const value = NUMBER.test(plain) ? Number(plain) : (readQuantity?.(plain, field.unit) ?? null);
  if (value === null || !Number.isFinite(value)) return rejected({ code: "number" });
  if (value < field.min) return rejected({ code: "atLeast", limit: field.min });
  if (value > field.max) return rejected({ code: "atMost", limit: field.max });
  if (field.integer === true && !Number.isInteger(value)) return rejected({ code: "integer" });
  return { value, problem: null };
}

function rejected(problem: FieldProblem): FieldReading {
  return { value: null, problem };
}
