import type { PricingError } from "../engine/errors.ts";
import type { Messages } from "../messages/messages.ts";

/** The engine's names of fields, where the API has others. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  memoryMb: "memory_mb",
  durationMs: "execution_time_ms",
  instanceType: "instance_type",
  cpuCount: "cpu_count",
  ephemeralStorageMb: "ephemeral_storage_mb",
  minimumInstances: "minimum_instances",
  provisioned: "provisioned_concurrency",
  snapStart: "snap_start",
  streamsResponses: "response_streaming",
  savingsPlan: "savings_plan",
  egressArea: "egress_area",
  cpuMs: "cpu_ms",
  coldStarts: "cold_starts",
  initMs: "init_ms",
  egressPerRequestKb: "egress_per_request_kb",
  executionsShare: "executions_share",
  hoursPerMonth: "hours_per_month",
};

/** A field by the name that the API has for it. */
export function toFieldName(part: string | number): string {
  return FIELD_NAMES[part] ?? String(part);
}

/** What is wrong with an input that the engine refuses, with the API's names of fields. */
export function problemOf({ code, params }: PricingError, words: Messages): string {
  const named = Object.entries(params).map(([name, value]) => [
    name,
    code !== "option_not_offered" ? value : inApiNames(value),
  ]);
  return words.pricingProblems[code](Object.fromEntries(named) as PricingError["params"]);
}

function inApiNames(value: PricingError["params"][string]): PricingError["params"][string] {
  if (typeof value === "number") return value;
  return typeof value === "string" ? toFieldName(value) : value.map(toFieldName);
}
