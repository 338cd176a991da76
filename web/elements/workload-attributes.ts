import type { NumberField } from "../../shared/fields.ts";
import type { Currency } from "../../shared/units.ts";
import { ATTRIBUTE_FIELDS } from "../state/attribute-fields.ts";
import { isValueOf } from "../state/field-value.ts";
import type { SimulationInputs } from "../state/inputs.ts";

/** Attributes by which a page sets a workload, and reads what the visitor has set. */
export interface WorkloadAttributes {
  currency: Currency;
  /** Any provider's name of a region; the others are priced in the same city. */
  region: string;
  memoryMb: number;
  executionTimeMs: number;
  monthlyExecutions: number;
}

/** The attributes as Lit is told of them. */
export const WORKLOAD_PROPERTIES = {
  currency: { reflect: true },
  region: { reflect: true },
  memoryMb: { attribute: "memory-mb", type: Number, reflect: true },
  executionTimeMs: { attribute: "execution-time-ms", type: Number, reflect: true },
  monthlyExecutions: { attribute: "monthly-executions", type: Number, reflect: true },
} as const;

/** Shows inputs in the attributes. */
export function showInputs(host: WorkloadAttributes, inputs: SimulationInputs): void {
  host.currency = inputs.currency;
  host.region = inputs.region;
  host.memoryMb = inputs.memoryMb;
  host.executionTimeMs = inputs.durationMs;
  host.monthlyExecutions = inputs.requestsPerMonth;
}

/** What the attributes ask for that the inputs do not have; what is no value of a field is passed over. */
export function askedFor(
  host: Readonly<Partial<WorkloadAttributes>>,
  inputs: SimulationInputs,
): Partial<SimulationInputs> {
  const ifValid = (field: NumberField, value: number | undefined, otherwise: number) =>
    value !== undefined && isValueOf(field, value) ? value : otherwise;
  const asked = {
    currency: host.currency === "JPY" || host.currency === "USD" ? host.currency : inputs.currency,
    region: host.region ?? inputs.region,
    memoryMb: ifValid(ATTRIBUTE_FIELDS.memoryMb, host.memoryMb, inputs.memoryMb),
    durationMs: ifValid(ATTRIBUTE_FIELDS.executionTimeMs, host.executionTimeMs, inputs.durationMs),
    requestsPerMonth: ifValid(
      ATTRIBUTE_FIELDS.monthlyExecutions,
      host.monthlyExecutions,
      inputs.requestsPerMonth,
    ),
  } satisfies Partial<SimulationInputs>;
  return Object.fromEntries(
    Object.entries(asked).filter(([key, value]) => value !== inputs[key as keyof typeof asked]),
  );
}
