import * as z from "zod/mini";
import { DURATIONS_MAX, FUNCTIONS_MAX } from "../fields.ts";
import { peakOf } from "../hourly-profile.ts";
import { ArchitectureChoice, functionOptionFields } from "./function-options.ts";
import { described } from "./described.ts";
import { HourlyCountsText } from "./hourly-counts.ts";
import { number, numberOrDefault } from "./primitives.ts";

const ColdStarts = z.object({ ratio: number("cold_start_ratio"), init_ms: number("init_ms") });

/** How long executions take: parts with their weights, or percentiles. */
export const Durations = z
  .array(
    z.union([
      z.object({ execution_time_ms: number("task_time_ms"), weight: number("weight") }),
      z.object({
        execution_time_ms: number("task_time_ms"),
        percentile: number("percentile"),
      }),
    ]),
  )
  .check(
    z.minLength(1),
    z.maxLength(DURATIONS_MAX),
    z.refine((parts) => parts.every((part) => "weight" in part === "weight" in (parts[0] ?? {})), {
      error: "must all have a weight, or all a percentile",
    }),
    z.refine((parts) => !parts.every((part) => "weight" in part && part.weight === 0), {
      error: "must have a weight above 0",
    }),
    z.refine((parts) => parts.every((part, index) => !isBefore(part, parts[index - 1])), {
      error: "must have rising percentiles of durations that do not fall",
    }),
  );
export type Durations = z.infer<typeof Durations>;

type DurationPart = { readonly execution_time_ms: number } & (
  | { readonly weight: number }
  | { readonly percentile: number }
);

/** Whether a percentile is out of order after the one before it. */
function isBefore(part: DurationPart, before: DurationPart | undefined): boolean {
  if (before === undefined || !("percentile" in part) || !("percentile" in before)) return false;
  return part.percentile <= before.percentile || part.execution_time_ms < before.execution_time_ms;
}

/** Ways to say the same. */
const LOAD_FIELDS = [
  "monthly_executions",
  "requests_per_second",
  "hourly_counts",
  "functions",
] as const;
const TIME_FIELDS = ["execution_time_ms", "durations", "functions"] as const;
const FUNCTION_TIME_FIELDS = ["execution_time_ms", "durations"] as const;
const MEMORY_FIELDS = ["memory_mb", "functions"] as const;

const demandFields = {
  egress_per_request_kb: numberOrDefault("egress_per_request_kb"),
  internet_transfer_ratio: numberOrDefault("internet_transfer_ratio"),
  cpu_ms: z.optional(number("cpu_ms")),
  memory_per_request_mb: z.optional(number("memory_per_request_mb")),
  durations: z.optional(Durations),
  cold_starts: z.optional(ColdStarts),
  log_per_request_kb: numberOrDefault("log_per_request_kb"),
};

export const FunctionBody = described(
  z
    .object({
      monthly_executions: number("monthly_executions"),
      execution_time_ms: z.optional(number("task_time_ms")),
      memory_mb: number("container_memory_mb"),
      ...demandFields,
      architecture: z.optional(ArchitectureChoice),
      ...functionOptionFields,
    })
    .check(...oneOf(FUNCTION_TIME_FIELDS)),
  () => oneOfRequired(FUNCTION_TIME_FIELDS),
);
export type FunctionBody = z.infer<typeof FunctionBody>;

const HOURS_OF_DAY = 24;
const HOURS_OF_WEEK = 168;

/** Weights of the hours of a day or of a week. */
const HourlyWeights = described(
  z.array(number("weight")).check(
    z.refine(({ length }) => length === HOURS_OF_DAY || length === HOURS_OF_WEEK, {
      error: "must have 24 or 168 items",
    }),
    z.refine((weights) => weights.some((weight) => weight > 0), {
      error: "must have an hour with requests",
    }),
  ),
  () => ({
    oneOf: [HOURS_OF_DAY, HOURS_OF_WEEK].map((hours) => ({ minItems: hours, maxItems: hours })),
  }),
);

/** What is run: one function, or several that share the account. */
export const WorkloadBody = described(
  z
    .object({
      monthly_executions: z.optional(number("monthly_executions")),
      requests_per_second: z.optional(number("requests_per_second")),
      execution_time_ms: z.optional(number("task_time_ms")),
      memory_mb: z.optional(number("container_memory_mb")),
      ...demandFields,
      peak_to_average: z.optional(number("peak_to_average")),
      target_utilisation: numberOrDefault("target_utilisation"),
      memory_reserve_mb: numberOrDefault("memory_reserve_mb"),
      hourly_weights: z.optional(HourlyWeights),
      hourly_counts: z.optional(HourlyCountsText),
      functions: z.optional(
        z.array(FunctionBody).check(z.minLength(1), z.maxLength(FUNCTIONS_MAX)),
      ),
    })
    .check(
      ...oneOf(LOAD_FIELDS),
      ...oneOf(TIME_FIELDS),
      ...oneOf(MEMORY_FIELDS),
      z.refine((body) => body.hourly_weights === undefined || body.hourly_counts === undefined, {
        path: ["hourly_weights"],
        error: "must not be given with hourly_counts",
      }),
      z.refine(isPeakOfProfile, {
        path: ["peak_to_average"],
        error: "must not be less than the busiest of hourly_weights over their mean",
      }),
    ),
  () => ({
    allOf: [oneOfRequired(LOAD_FIELDS), oneOfRequired(TIME_FIELDS), oneOfRequired(MEMORY_FIELDS)],
  }),
);
export type WorkloadBody = z.infer<typeof WorkloadBody>;

type Given = Readonly<Record<string, unknown>>;

/** Exactly one of these fields is given; the first is asked for when none is. */
function oneOf(fields: readonly [string, ...string[]]) {
  const [field] = fields;
  const given = (body: Given) => fields.filter((name) => body[name] !== undefined);
  return [
    z.refine<Given>((body) => given(body).length > 0, { path: [field], error: "is required" }),
    z.refine<Given>((body) => given(body).length < 2, {
      path: [field],
      error: `must be the only one of ${fields.join(", ")}`,
    }),
  ];
}

/** The same for the API document. */
function oneOfRequired(fields: readonly string[]) {
  return { oneOf: fields.map((field) => ({ required: [field] })) };
}

interface Profiled {
  readonly hourly_weights?: readonly number[] | undefined;
  readonly hourly_counts?: { readonly hourlyWeights: readonly number[] } | undefined;
}

/** The hours' weights in any unit, whichever way they were given. */
export function hourlyWeightsOf(body: Profiled): readonly number[] | undefined {
  return body.hourly_counts?.hourlyWeights ?? body.hourly_weights;
}

/** A peak that the profile itself exceeds would make machines too few. */
function isPeakOfProfile(
  body: Profiled & { readonly peak_to_average?: number | undefined },
): boolean {
  const { peak_to_average: peak } = body;
  const weights = hourlyWeightsOf(body);
  return peak === undefined || weights === undefined || peak >= peakOf(weights) * ROUNDING;
}

/** A peak that was computed from the weights elsewhere may have been rounded. */
const ROUNDING = 0.999;
