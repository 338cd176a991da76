import { BreakEvenTable } from "./break-even-table.ts";
import { CostBreakdown } from "./cost-breakdown.ts";
import { CostChart } from "./cost-chart.ts";
import { CostExecutions } from "./cost-executions.ts";
import { CostField } from "./cost-field.ts";
import { CostForm } from "./cost-form.ts";
import { CostPlace } from "./cost-place.ts";
import { CostSimulator } from "./cost-simulator.ts";
import { CostSummary } from "./cost-summary.ts";
import { define } from "./define.ts";

/** Registers `<cost-simulator>` and its parts, but for those that load when they are opened. */
export function defineSimulator(): void {
  define({
    "cost-field": CostField,
    "cost-executions": CostExecutions,
    "cost-form": CostForm,
    "cost-place": CostPlace,
    "cost-summary": CostSummary,
    "cost-chart": CostChart,
    "break-even-table": BreakEvenTable,
    "cost-breakdown": CostBreakdown,
    "cost-simulator": CostSimulator,
  });
}
