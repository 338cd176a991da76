import type { Currency } from "../../shared/units.ts";
import { ATTRIBUTE_FIELDS, ATTRIBUTE_INPUTS } from "../state/attribute-fields.ts";
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

type Attribute = keyof typeof ATTRIBUTE_INPUTS;

/** Shows inputs in the attributes. */
export function showInputs(host: WorkloadAttributes, inputs: SimulationInputs): void {
  for (const name in ATTRIBUTE_INPUTS) {
    const attribute = name as Attribute;
    Object.assign(host, { [name]: inputs[ATTRIBUTE_INPUTS[attribute]] });
  }
}

/** What the attributes ask for that the inputs do not have; what is no value of a field is passed over. */
export function askedFor(
  host: Readonly<Partial<WorkloadAttributes>>,
  inputs: SimulationInputs,
): Partial<SimulationInputs> {
  const asked: Partial<Record<keyof SimulationInputs, unknown>> = {};
  for (const name in ATTRIBUTE_INPUTS) {
    const attribute = name as Attribute;
    const [input, value] = [ATTRIBUTE_INPUTS[attribute], host[attribute]];
    if (value !== inputs[input] && isValue(attribute, value)) asked[input] = value;
  }
  return asked as Partial<SimulationInputs>;
}

function isValue(attribute: Attribute, value: unknown): boolean {
  if (attribute === "currency") return value === "JPY" || value === "USD";
  if (attribute === "region") return typeof value === "string";
  return typeof value === "number" && isValueOf(ATTRIBUTE_FIELDS[attribute], value);
}
