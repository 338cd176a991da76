import { CostExamples } from "./cost-examples.ts";
import { CostExecutions } from "./cost-executions.ts";
import { CostField } from "./cost-field.ts";
import { CostForm } from "./cost-form.ts";
import { CostPlace } from "./cost-place.ts";
import { CostSimulator } from "./cost-simulator.ts";
import { CostSummary } from "./cost-summary.ts";
import { CostTools } from "./cost-tools.ts";
import { define } from "./define.ts";

const ELEMENTS = {
  "cost-field": CostField,
  "cost-examples": CostExamples,
  "cost-executions": CostExecutions,
  "cost-form": CostForm,
  "cost-place": CostPlace,
  "cost-summary": CostSummary,
  "cost-tools": CostTools,
  "cost-simulator": CostSimulator,
};

/** `<cost-simulator>` and its parts, but for those that load when they are opened or seen. */
export type SimulatorTag = keyof typeof ELEMENTS;

/** Registers the simulator and its parts, or one of them. */
export function defineSimulator(tag?: SimulatorTag): void {
  define(tag === undefined ? ELEMENTS : { [tag]: ELEMENTS[tag] });
}
