import type { SimulationInputs } from "../state/inputs.ts";

/** What a pasted text was recognised as. */
export type MeasurementSource = "reports" | "insights" | "powerTuning" | "durations";

/** Inputs that were measured. */
export type MeasuredInputs = Partial<
  Pick<
    SimulationInputs,
    "memoryMb" | "durationMs" | "durations" | "coldStartRatio" | "initMs" | "memoryPerRequestMb"
  >
>;

/** A memory size that was measured, of several. */
export interface MeasuredSize {
  readonly memoryMb: number;
  readonly durationMs: number;
  /** What one execution cost, in US dollars; `null` where it is not told. */
  readonly costUsd: number | null;
}

/** What was read of a pasted text. */
export interface Measurements {
  readonly source: MeasurementSource;
  /** Measurements that were read. */
  readonly read: number;
  /** Lines that were not, from 1. */
  readonly ignored: readonly number[];
  readonly inputs: MeasuredInputs;
  /** Sizes to choose from, where several were measured; `inputs` are of the one that is best. */
  readonly sizes: readonly MeasuredSize[];
}
