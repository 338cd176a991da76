import { FIELDS, type NumberField } from "../../shared/fields.ts";
import type { UncertainRanges } from "../../shared/uncertainty.ts";
import { PERCENT } from "../../shared/units.ts";
import type { Workload } from "../../shared/workload.ts";
import type { SimulationInputs } from "./inputs.ts";

/** Whether some input is known as a range only. */
export function hasRanges(inputs: SimulationInputs): boolean {
  const { requestsSpread, durationSpread, memorySpread, egressSpread } = inputs;
  return requestsSpread + durationSpread + memorySpread + egressSpread > 0;
}

/** The ranges of the inputs that are so many percent more or less, as far as their fields allow. */
export function rangesOf(
  inputs: SimulationInputs,
  { durationMs }: Pick<Workload, "durationMs">,
): UncertainRanges {
  return {
    requests: around(inputs.requestsPerMonth, inputs.requestsSpread, FIELDS.monthly_executions),
    execution_time: around(durationMs, inputs.durationSpread, FIELDS.execution_time_ms),
    memory: around(inputs.memoryMb, inputs.memorySpread, FIELDS.service_memory_mb),
    egress: around(inputs.egressPerRequestKb, inputs.egressSpread, FIELDS.egress_per_request_kb),
  };
}

function around(value: number, spreadPercent: number, { min, max, integer = false }: NumberField) {
  if (spreadPercent === 0) return undefined;
  const [low = min, high = max] = [-1, 1].map((side) => {
    const end = value * (1 + (side * spreadPercent) / PERCENT);
    return Math.min(max, Math.max(min, integer ? Math.round(end) : end));
  });
  return { min: low, max: high };
}
