import type { Answer } from "../state/simulation.ts";

/** A place on the map. */
export interface MapPlace {
  readonly requestsPerMonth: number;
  readonly durationMs: number;
}

/** The workload's own place. */
export function hereOf({ inputs, question }: Answer): MapPlace {
  return {
    requestsPerMonth: inputs.requestsPerMonth,
    durationMs: question.workload.durationMs,
  };
}
