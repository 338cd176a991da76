import { BreakEvenTable } from "./elements/break-even-table.ts";
import { CostBreakdown } from "./elements/cost-breakdown.ts";
import { CostChart } from "./elements/cost-chart.ts";
import { CostExecutions } from "./elements/cost-executions.ts";
import { CostField } from "./elements/cost-field.ts";
import { CostForm } from "./elements/cost-form.ts";
import { CostSimulator } from "./elements/cost-simulator.ts";
import { CostSummary } from "./elements/cost-summary.ts";

const ELEMENTS = {
  "cost-field": CostField,
  "cost-executions": CostExecutions,
  "cost-form": CostForm,
  "cost-summary": CostSummary,
  "cost-chart": CostChart,
  "break-even-table": BreakEvenTable,
  "cost-breakdown": CostBreakdown,
  "cost-simulator": CostSimulator,
};

for (const [tag, element] of Object.entries(ELEMENTS)) {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
}
