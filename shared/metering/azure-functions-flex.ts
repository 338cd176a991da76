import { gbSeconds, perRequest, REQUESTS, roundUpTo, type MeteringRule } from "./rule.ts";

const INSTANCE_SIZES_MB = [512, 2048, 4096] as const;
const BILLED_MS = 100;
const LEAST_BILLED_MS = 1000;

/**
 * Azure Functions on the Flex Consumption plan, on demand: executions, and GB-seconds of the
 * smallest instance that holds the memory, over at least one second; one execution per instance
 * at a time. https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#billing
 */
export const azureFunctionsFlex: MeteringRule = {
  limits: { memoryMb: INSTANCE_SIZES_MB[2], durationMs: 3_600_000 },
  usage: ({ memoryMb, durationMs }) => {
    const instanceMb = INSTANCE_SIZES_MB.find((sizeMb) => memoryMb <= sizeMb) ?? memoryMb;
    const billedMs = Math.max(LEAST_BILLED_MS, roundUpTo(BILLED_MS, durationMs));
    return [REQUESTS, { meter: "compute", usage: perRequest(gbSeconds(instanceMb, billedMs)) }];
  },
};
