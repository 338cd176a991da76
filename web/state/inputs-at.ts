import { meanDurationMs, sharesOfPercentiles } from "../../shared/duration-distribution.ts";
import { ATTRIBUTE_FIELDS } from "./attribute-fields.ts";
import type { SimulationInputs } from "./inputs.ts";

const DIGITS = 3;

/** What changes when the workload has another load and another (mean) execution time. */
export function inputsAt(
  { durations }: Pick<SimulationInputs, "durations">,
  place: { readonly requestsPerMonth: number; readonly durationMs: number },
): Partial<SimulationInputs> {
  const { requestsPerMonth, durationMs } = place;
  if (durations.length === 0) return { requestsPerMonth, durationMs };
  // A distribution keeps its form.
  const factor = durationMs / meanDurationMs(sharesOfPercentiles(durations));
  const { min, max } = ATTRIBUTE_FIELDS.executionTimeMs;
  return {
    requestsPerMonth,
    durations: durations.map((point) => ({
      ...point,
      durationMs: Math.min(
        max,
        Math.max(min, Number((point.durationMs * factor).toPrecision(DIGITS))),
      ),
    })),
  };
}
