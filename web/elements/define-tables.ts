import { BreakEvenTable } from "./break-even-table.ts";
import { CostBreakdown } from "./cost-breakdown.ts";
import { define } from "./define.ts";

const ELEMENTS = { "break-even-table": BreakEvenTable, "cost-breakdown": CostBreakdown };

/** Registers one of the tables: they come together, and each is drawn when it is seen. */
export function defineTable(tag: keyof typeof ELEMENTS): void {
  define({ [tag]: ELEMENTS[tag] });
}
