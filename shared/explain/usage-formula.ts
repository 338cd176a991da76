/** What stands in a formula, each with its own words on the page. */
export type OperandName =
  | "requests"
  | "share"
  | "billed_seconds"
  | "billed_hours"
  | "concurrency"
  | "memory_gb"
  | "storage_gb"
  | "vcpu"
  | "ocpu"
  | "ghz"
  | "cpu_ms"
  | "instances"
  | "seconds"
  | "hours"
  | "months"
  | "cold_starts"
  | "response_kb"
  | "streamed_kb"
  | "internet_share"
  | "log_kb"
  | "kb_per_gb"
  | "ms_per_second"
  | "machines"
  | "mean_machines"
  | "billed_machines"
  | "sustained_use"
  | "per_request"
  | "per_machine"
  | "per_month"
  | "sustained_vcpu"
  | "utilisation"
  | "cpu_seconds"
  | "usable_mb"
  | "memory_mb"
  | "duration_seconds"
  | "requests_per_second"
  | "seconds_per_month"
  | "peak_to_average"
  | "requests_per_machine";

/** How a service makes what it bills of what a request takes. */
export type OperandOrigin =
  | {
      readonly kind: "billed_time";
      /** What requests take, the mean where they differ. */
      readonly durationMs: number;
      readonly stepMs: number;
      readonly leastMs: number;
      /** Whether each duration of a distribution was rounded for itself. */
      readonly isDistribution: boolean;
      /** The start of an instance that is billed with some of the requests. */
      readonly coldStarts: { readonly ratio: number; readonly initMs: number } | null;
    }
  | { readonly kind: "memory_size"; readonly memoryMb: number }
  | { readonly kind: "assumed_cpu"; readonly durationMs: number; readonly memoryMb: number };

/** A factor of a formula, or what it is divided by. */
export interface Operand {
  readonly name: OperandName;
  readonly value: number;
  readonly isDivisor?: true;
  /** What `value` is in, where the name does not say. */
  readonly unit?: string;
  readonly origin?: OperandOrigin;
}

/** Operands that are multiplied and divided, in this order. */
export type UsageTerm = readonly Operand[];

/** How a usage follows from the workload: terms added less terms taken off, never below zero. */
export interface UsageFormula {
  readonly plus: readonly UsageTerm[];
  readonly minus: readonly UsageTerm[];
}

/** What a term comes to. */
export function termValue(term: UsageTerm): number {
  let value = 1;
  for (const operand of term) {
    value = operand.isDivisor === true ? value / operand.value : value * operand.value;
  }
  return value;
}

/** What a formula comes to. */
export function formulaValue({ plus, minus }: UsageFormula): number {
  let value = 0;
  for (const term of plus) value += termValue(term);
  for (const term of minus) value -= termValue(term);
  return Math.max(0, value);
}
