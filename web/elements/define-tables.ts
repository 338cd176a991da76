import { BreakEvenTable } from "./break-even-table.ts";
import { CostBreakdown } from "./cost-breakdown.ts";
import { define } from "./define.ts";

define({ "break-even-table": BreakEvenTable, "cost-breakdown": CostBreakdown });
