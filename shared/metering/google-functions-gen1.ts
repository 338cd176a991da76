import { MS_PER_SECOND } from "../units.ts";
import { gbSeconds, meanBilledMs, perRequest, REQUESTS, type MeteringRule } from "./rule.ts";

const BILLED_TIME = { stepMs: 100 } as const;

/** Memory sizes and the clock that goes with each. https://cloud.google.com/functions/pricing-1stgen */
const GHZ_BY_MEMORY_MB: readonly (readonly [memoryMb: number, ghz: number])[] = [
  [128, 0.2],
  [256, 0.4],
  [512, 0.8],
  [1024, 1.4],
  [2048, 2.4],
  [4096, 4.8],
  [8192, 4.8],
];
const LARGEST_MB = 8192;

/**
 * Cloud Run functions of the 1st generation (Cloud Functions): invocations, and GB-seconds and
 * GHz-seconds of the smallest size that holds the memory, over the duration rounded up to 100 ms.
 * https://cloud.google.com/functions/pricing-1stgen
 */
export const googleFunctionsGen1: MeteringRule = {
  limits: { memoryMb: LARGEST_MB, durationMs: 540_000 },
  options: [],
  billedTime: BILLED_TIME,
  memorySizesMb: GHZ_BY_MEMORY_MB.map(([memoryMb]) => memoryMb),
  usage: (demand) => {
    const size = GHZ_BY_MEMORY_MB.find(([memoryMb]) => demand.memoryMb <= memoryMb);
    if (size === undefined) throw new Error(`no size holds ${demand.memoryMb} MB`);
    const [memoryMb, ghz] = size;
    const billedMs = meanBilledMs(demand, BILLED_TIME);
    return [
      REQUESTS,
      { meter: "memory", price: "compute", usage: perRequest(gbSeconds(memoryMb, billedMs)) },
      { meter: "cpu", usage: perRequest((ghz * billedMs) / MS_PER_SECOND) },
    ];
  },
};
