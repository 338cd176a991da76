import { FIELDS, type NumberField } from "../../shared/fields.ts";

/** The inputs that a page sets by attributes, each by its own. */
export const ATTRIBUTE_INPUTS = {
  currency: "currency",
  region: "region",
  memoryMb: "memoryMb",
  executionTimeMs: "durationMs",
  monthlyExecutions: "requestsPerMonth",
} as const;

/** The limits of what a page sets by attributes. */
export const ATTRIBUTE_FIELDS: Readonly<
  Record<"memoryMb" | "executionTimeMs" | "monthlyExecutions", NumberField>
> = {
  memoryMb: FIELDS.service_memory_mb,
  executionTimeMs: FIELDS.execution_time_ms,
  monthlyExecutions: FIELDS.monthly_executions,
};
