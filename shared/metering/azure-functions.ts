import {
  gbSeconds,
  meanBilledMs,
  perRequest,
  REQUESTS,
  roundUpTo,
  type MeteringRule,
} from "./rule.ts";

const MEMORY_STEP_MB = 128;
const LARGEST_MB = 1536;
const BILLED_TIME = { stepMs: 1, leastMs: 100 } as const;

/**
 * Azure Functions on the Consumption plan: executions, and GB-seconds of the memory rounded up to
 * 128 MB over at least 100 ms. https://azure.microsoft.com/pricing/details/functions/
 */
export const azureFunctions: MeteringRule = {
  limits: { memoryMb: LARGEST_MB, durationMs: 600_000 },
  options: [],
  billedTime: BILLED_TIME,
  memorySizesMb: Array.from(
    { length: LARGEST_MB / MEMORY_STEP_MB },
    (_, index) => (index + 1) * MEMORY_STEP_MB,
  ),
  usage: (demand) => {
    const billedMb = roundUpTo(MEMORY_STEP_MB, demand.memoryMb);
    const billedMs = meanBilledMs(demand, BILLED_TIME);
    return [REQUESTS, { meter: "compute", usage: perRequest(gbSeconds(billedMb, billedMs)) }];
  },
};
