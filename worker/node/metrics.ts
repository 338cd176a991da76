import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import type { AnswerRecord } from "../platform.ts";
import { DurationHistogram } from "./duration-histogram.ts";
import type { Measures } from "./measures.ts";

/** Bounds of the durations, in seconds: around the promised 200 ms, and where answers really are. */
const DURATION_BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 5];

/** Measures of the library that are called like counters and are none. */
const ILL_NAMED = [
  "nodejs_active_handles_total",
  "nodejs_active_requests_total",
  "nodejs_active_resources_total",
];

/** What a process measures. */
export interface Meter {
  readonly answered: (record: AnswerRecord) => void;
  readonly measures: () => Promise<Measures>;
}

/** What is read when the measures are asked for. */
export interface MeteredState {
  readonly inFlight: () => number;
  readonly connections: () => number;
  /** Time since the day of the newest price. */
  readonly catalogAgeSeconds: () => number;
}

/** The measures of this process. */
export function openMeter({ inFlight, connections, catalogAgeSeconds }: MeteredState): Meter {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  for (const name of ILL_NAMED) registry.removeSingleMetric(name);
  const durations = new DurationHistogram({
    name: "http_request_duration_seconds",
    help: "Time from a request's head to its answer, and how many there were.",
    bounds: DURATION_BOUNDS,
  });
  const kept = new Counter({
    name: "answer_cache_total",
    help: "Questions by GET that were looked up among the kept answers.",
    labelNames: ["result"],
    registers,
  });
  const limited = new Counter({
    name: "rate_limited_total",
    help: "Requests refused because their client had used up its quota.",
    registers,
  });
  const gauge = (name: string, help: string, aggregator: "sum" | "max", read: () => number) =>
    registry.registerMetric(
      new Gauge({
        name,
        help,
        aggregator,
        registers: [],
        collect() {
          this.set(read());
        },
      }),
    );
  gauge("http_requests_in_flight", "Requests that are being answered.", "sum", inFlight);
  gauge("http_connections", "Open connections, idle ones included.", "sum", connections);
  gauge("catalog_age_seconds", "Age of the catalog's newest price.", "max", catalogAgeSeconds);
  return {
    answered: ({ method, route, status, durationMs, cache, isLimited }) => {
      durations.observe(method, route, status, durationMs / 1000);
      if (cache !== "none") kept.inc({ result: cache });
      if (isLimited) limited.inc();
    },
    measures: async () => [durations.measure(), ...(await measuresOf(registry))],
  };
}

/** The measures of several processes as one text in Prometheus' format. */
export function metricsText(ofProcesses: readonly Measures[]): Promise<string> {
  return AggregatorRegistry.aggregate<Registry["contentType"]>([...ofProcesses]).metrics();
}

async function measuresOf(registry: Registry): Promise<Measures> {
  return (await registry.getMetricsAsJSON()) as unknown as Measures;
}
