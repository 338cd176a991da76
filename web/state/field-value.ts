import type { NumberField } from "../../shared/fields.ts";

/** Whether a field can have this value; attributes of a host page are not always careful. */
export function isValueOf(field: NumberField, value: number): boolean {
  return (
    value >= field.min && value <= field.max && (field.integer !== true || Number.isInteger(value))
  );
}
