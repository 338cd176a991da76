import { expect, test } from "vitest";
import { throughHttpApi } from "../../../shared/drivers/through-http-api.ts";
import { costAt } from "../../../shared/engine/curve.ts";
import type { MeteredCharge } from "../../../shared/engine/usage.ts";
import type { Workload } from "../../../shared/workload.ts";
import { flatPrice } from "../engine/_prices.ts";

const DEMAND = {
  durationMs: 100,
  memoryMb: 128,
  internetTransferRatio: 100,
  cpuMs: null,
  memoryPerRequestMb: null,
};
const WORKLOAD: Workload = {
  ...DEMAND,
  requestsPerMonth: 1000,
  egressPerRequestKb: 100,
  peakToAverage: 1,
  targetUtilisation: 0.7,
  memoryReserveMb: 256,
};
/** A dollar for each call; what is sent costs a cent for each KB of the mean. */
const LINES: readonly MeteredCharge[] = [
  { meter: "api_gateway", usage: { fixed: 0, perRequest: 3 }, price: flatPrice(1) },
  { meter: "egress", usage: { fixed: 0, perRequest: 1 }, price: flatPrice(0.01) },
];

function costs(workload: Workload, atMeanKb: readonly number[]): number[] {
  const curve = throughHttpApi(LINES, workload);
  return atMeanKb.map((kb) => costAt(curve, kb));
}

test("a request through an HTTP API is a call more for each 512 KB of its response begun", () => {
  expect(costs(WORKLOAD, [100, 512, 600, 1024, 1100])).toEqual([
    1000 + 1,
    1000 + 5.12,
    2000 + 6,
    2000 + 10.24,
    3000 + 11,
  ]);
});

test("each of several functions has calls of its own, as it sends more or less than the mean", () => {
  const functions = [
    { ...DEMAND, share: 0.25, egressPerRequestKb: 40 },
    { ...DEMAND, share: 0.75, egressPerRequestKb: 120 },
  ];
  // At a mean of 500 KB they send 200 and 600, at one of 1,300 KB 520 and 1,560.
  expect(costs({ ...WORKLOAD, functions }, [400, 500, 1300])).toEqual([
    250 + 750 + 4,
    250 + 2 * 750 + 5,
    2 * 250 + 4 * 750 + 13,
  ]);
});

test("functions that send as much as each other have their calls together", () => {
  const functions = [0.25, 0.75].map((share) => ({ ...DEMAND, share, egressPerRequestKb: 100 }));
  expect(costs({ ...WORKLOAD, functions }, [512, 600])).toEqual([1000 + 5.12, 2000 + 6]);
});

test("a function without a response stays at one call, whatever the others send", () => {
  const functions = [
    { ...DEMAND, share: 0.5, egressPerRequestKb: 0 },
    { ...DEMAND, share: 0.5, egressPerRequestKb: 200 },
  ];
  // At a mean of 300 KB the other sends 600.
  expect(costs({ ...WORKLOAD, functions }, [200, 300])).toEqual([500 + 500 + 2, 500 + 1000 + 3]);
});
