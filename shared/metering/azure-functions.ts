import { gbSeconds, perRequest, REQUESTS, roundUpTo, type MeteringRule } from "./rule.ts";

const MEMORY_STEP_MB = 128;
const BILLED_MS = 1;
const LEAST_BILLED_MS = 100;

/**
 * Azure Functions on the Consumption plan: executions, and GB-seconds of the memory rounded up to
 * 128 MB over at least 100 ms. https://azure.microsoft.com/pricing/details/functions/
 */
export const azureFunctions: MeteringRule = {
  limits: { memoryMb: 1536, durationMs: 600_000 },
  usage: ({ memoryMb, durationMs }) => {
    const billedMs = Math.max(LEAST_BILLED_MS, roundUpTo(BILLED_MS, durationMs));
    const billedMb = roundUpTo(MEMORY_STEP_MB, memoryMb);
    return [REQUESTS, { meter: "compute", usage: perRequest(gbSeconds(billedMb, billedMs)) }];
  },
};
