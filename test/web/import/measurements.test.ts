import { describe, expect, test } from "vitest";
import { meanDurationMs, sharesOfPercentiles } from "../../../shared/duration-distribution.ts";
import type { Measurements } from "../../../web/import/measurements.ts";
import { measuredDurations } from "../../../web/import/percentiles.ts";
import { inputsOfSize } from "../../../web/import/power-tuning.ts";
import { readMeasurements } from "../../../web/import/read-measurements.ts";

function read(text: string): Measurements {
  const measurements = readMeasurements(text);
  if (measurements === null) throw new Error("nothing was recognised");
  return measurements;
}

const REPORTS = `START RequestId: 8f5 Version: $LATEST
2026-11-25T10:00:00.000Z 8f5 INFO handling
END RequestId: 8f5
REPORT RequestId: 8f5\tDuration: 102.25 ms\tBilled Duration: 225 ms\tMemory Size: 512 MB\tMax Memory Used: 97 MB\tInit Duration: 122.31 ms\t
REPORT RequestId: 9a1\tDuration: 11.75 ms\tBilled Duration: 12 ms\tMemory Size: 512 MB\tMax Memory Used: 98 MB\t

REPORT RequestId: 9a2
Duration: 14.00 ms
Billed Duration: 14 ms
Memory Size: 512 MB
Max Memory Used: 99 MB
XRAY TraceId: 1-5 SegmentId: 5 Sampled: true
REPORT RequestId: 9a3 Duration: 12.00 ms Billed Duration: 12 ms Memory Size: 256 MB Max Memory Used: 64 MB
`;

describe("REPORT lines of AWS Lambda", () => {
  test("give memory, the mean duration, cold starts and the most memory that was used", () => {
    const { source, read: count, ignored, inputs } = read(REPORTS);
    expect([source, count, ignored]).toEqual(["reports", 4, [1, 2, 3]]);
    expect(inputs).toEqual({
      memoryMb: 512,
      durationMs: 35,
      durations: [],
      coldStartRatio: 0.25,
      initMs: 122,
      memoryPerRequestMb: 99,
    });
  });

  test("are read in the JSON format of logs too", () => {
    const line = (metrics: object) =>
      JSON.stringify({ time: "2026", type: "platform.report", record: { metrics } });
    const { source, inputs } = read(
      [
        line({ durationMs: 20, billedDurationMs: 20, memorySizeMB: 1024, maxMemoryUsedMB: 200 }),
        line({ durationMs: 40, memorySizeMB: 1024, maxMemoryUsedMB: 210, initDurationMs: 300 }),
        "{ broken platform.report",
      ].join("\n"),
    );
    expect(source).toBe("reports");
    expect(inputs).toMatchObject({ memoryMb: 1024, durationMs: 30, initMs: 300 });
    expect(inputs.coldStartRatio).toBe(0.5);
  });

  test("are read as Logs Insights exports them, in bytes", () => {
    const {
      source,
      read: count,
      ignored,
      inputs,
    } = read(
      `@timestamp,@duration,@billedDuration,@memorySize,@maxMemoryUsed,@initDuration
2026-11-25 10:00:00.000,100.5,101,5.12E8,9.7E7,250.5
2026-11-25 10:00:01.000,50.5,51,5.12E8,9.8E7,
no figures here`,
    );
    expect([source, count, ignored]).toEqual(["insights", 2, [4]]);
    expect(inputs).toMatchObject({
      memoryMb: 512,
      durationMs: 75.5,
      coldStartRatio: 0.5,
      initMs: 251,
      memoryPerRequestMb: 98,
    });
  });

  test("without a cold start say that there are none", () => {
    const { inputs } = read("REPORT RequestId: 1 Duration: 5 ms Memory Size: 128 MB");
    expect([inputs.coldStartRatio, inputs.initMs]).toEqual([0, 0]);
    expect(inputs.memoryPerRequestMb).toBeUndefined();
  });
});

/** The address that the tool makes: lists in base64, of 16-bit sizes and 32-bit figures. */
function visualisation(
  sizes: readonly number[],
  times: readonly number[],
  costs: readonly number[],
) {
  const base64 = (list: Int16Array | Float32Array) =>
    Buffer.from(list.buffer, list.byteOffset, list.byteLength).toString("base64");
  const parts = [
    base64(new Int16Array(sizes)),
    base64(new Float32Array(times)),
    base64(new Float32Array(costs)),
  ];
  return `https://lambda-power-tuning.show/#${parts.join(";")}`;
}

describe("a result of AWS Lambda Power Tuning", () => {
  const address = visualisation([128, 512, 1024], [900.5, 220.25, 118.5], [2e-6, 1.9e-6, 2.1e-6]);

  test("is read from the tool's output, with every size of its address", () => {
    const { source, inputs, sizes } = read(
      JSON.stringify({
        power: 512,
        cost: 1.9e-6,
        duration: 220.25,
        stateMachine: { executionCost: 0.0003, lambdaCost: 0.0001, visualization: address },
      }),
    );
    expect(source).toBe("powerTuning");
    expect(inputs).toEqual({ memoryMb: 512, durationMs: 220.25, durations: [] });
    expect(sizes.map(({ memoryMb, durationMs }) => [memoryMb, durationMs])).toEqual([
      [128, 900.5],
      [512, 220.25],
      [1024, 118.5],
    ]);
  });

  test("is read from its address alone, the cheapest size first", () => {
    const { inputs, sizes } = read(`  ${address}  `);
    expect(inputs.memoryMb).toBe(512);
    expect(sizes.length).toBe(3);
    expect(inputsOfSize(sizes[2] ?? { memoryMb: 0, durationMs: 0, costUsd: 0 })).toEqual({
      memoryMb: 1024,
      durationMs: 118.5,
      durations: [],
    });
  });

  test("is read from statistics, and from the output in a console's result", () => {
    const output = {
      power: "1024",
      duration: 80,
      cost: 1,
      stats: [
        { value: 512, averageDuration: 150, averagePrice: 2 },
        { value: 1024, averageDuration: 80, averagePrice: 1 },
      ],
    };
    const { inputs, sizes } = read(
      JSON.stringify({ status: "SUCCEEDED", output: JSON.stringify(output) }),
    );
    expect(inputs).toMatchObject({ memoryMb: 1024, durationMs: 80 });
    expect(sizes.length).toBe(2);
  });

  test("with a damaged address is read without it", () => {
    const { inputs, sizes } = read(
      JSON.stringify({
        power: 256,
        duration: 10,
        cost: 1,
        stateMachine: { visualization: "https://x/#AAA;BB;C" },
      }),
    );
    expect([inputs.memoryMb, inputs.durationMs, sizes]).toEqual([256, 10, []]);
  });
});

describe("durations of a log", () => {
  test.each([
    ["a list of ms", "12\n14.5\n9.5", 12],
    ["names", "GET / duration=10\nGET / duration=30", 20],
    ["names with units", "took 20ms\ntook 0.04 s", 30],
    ["JSON", '{"path":"/","latency_ms":15}\n{"path":"/","latency_ms":25}', 20],
    ["seconds by convention", '{"request_time":0.120}\nrt=0.080', 100],
    ["units alone", "200 in 5 ms\n404 in 15 ms", 10],
    ["microseconds", "elapsed: 1500µs", 1.5],
    ["Japanese units", "処理 120ミリ秒\n処理 0.08秒", 100],
    ["a table", "time,duration_ms,status\n2026-11-25,10,200\n2026-11-25,30,200", 20],
    ["a table in seconds", "path;duration_s\n/;0.5\n/;1.5", 1000],
  ])("are read from %s", (_name, text, mean) => {
    const { source, inputs, ignored } = read(text);
    expect(source).toBe("durations");
    expect(inputs.durationMs).toBeCloseTo(mean, 9);
    expect(ignored).toEqual([]);
  });

  test("skip the lines that have none, and name them", () => {
    const { read: count, ignored } = read("starting\nduration=5 ms\n\nstopped\nduration=7 ms");
    expect([count, ignored]).toEqual([2, [1, 4]]);
  });

  test("are not found in prose", () => {
    expect(readMeasurements("nothing to see here\nat all")).toBeNull();
    expect(readMeasurements(" ")).toBeNull();
    expect(readMeasurements('{"hello": "world"}')).toBeNull();
  });
});

describe("the distribution of measured durations", () => {
  test("is told by percentiles that rise and whose mean is near the measured one", () => {
    const samples = Array.from({ length: 1000 }, (_, index) => 50 + (index * index) / 2000);
    const { durationMs, durations } = measuredDurations(samples);
    expect(durations.at(-1)).toEqual({ percentile: 100, durationMs: 549 });
    const times = durations.map((point) => point.durationMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const mean = meanDurationMs(sharesOfPercentiles(durations));
    expect(Math.abs(mean / durationMs - 1)).toBeLessThan(0.02);
  });

  test("is none for few durations, and for ones that are all the same", () => {
    expect(measuredDurations([10, 20]).durations).toEqual([]);
    expect(measuredDurations(Array.from({ length: 50 }, () => 7)).durations).toEqual([]);
  });

  test("stays within what an execution may take", () => {
    expect(measuredDurations([0.01]).durationMs).toBe(0.1);
    expect(measuredDurations([9e9]).durationMs).toBe(3_600_000);
  });
});
