import { gbSeconds, perRequest, REQUESTS, type MeteringRule } from "./rule.ts";

const MEMORY_SIZES_MB = [128, 256, 512, 1024, 2048, 3072] as const;

/**
 * OCI Functions: invocations, and GB-seconds of the smallest memory size that holds the request.
 * https://www.oracle.com/cloud/price-list/ and
 * https://docs.oracle.com/iaas/Content/Functions/Tasks/functionscustomizing.htm
 */
export const ociFunctions: MeteringRule = {
  limits: { memoryMb: MEMORY_SIZES_MB[5], durationMs: 300_000 },
  options: [],
  memorySizesMb: MEMORY_SIZES_MB,
  usage: ({ memoryMb, durationMs }) => {
    const sizeMb = MEMORY_SIZES_MB.find((size) => memoryMb <= size) ?? memoryMb;
    return [REQUESTS, { meter: "compute", usage: perRequest(gbSeconds(sizeMb, durationMs)) }];
  },
};
