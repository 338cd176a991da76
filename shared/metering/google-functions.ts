import { BILLED_TIME, instanceUsage } from "./google-cloud-run.ts";
import type { MeteringRule } from "./rule.ts";

/**
 * vCPUs that a function gets for its memory unless it asks for others.
 * https://cloud.google.com/functions/docs/configuring/memory
 */
const DEFAULT_VCPU_BY_MEMORY_MB: readonly (readonly [upToMb: number, vcpu: number])[] = [
  [128, 0.083],
  [256, 0.167],
  [512, 0.333],
  [1024, 0.583],
  [2048, 1],
  [4096, 2],
  [8192, 2],
  [16_384, 4],
  [32_768, 8],
];

/**
 * Cloud Run functions (Cloud Functions of the 2nd generation), billed as Cloud Run with the vCPUs
 * that go with the memory. https://cloud.google.com/functions/pricing
 */
export const googleFunctions: MeteringRule = {
  limits: { memoryMb: 32_768, durationMs: 3_600_000 },
  options: ["concurrency", "minimumInstances"],
  billedTime: BILLED_TIME,
  memorySizesMb: DEFAULT_VCPU_BY_MEMORY_MB.map(([upToMb]) => upToMb),
  usage: (demand, offer) => {
    const { memoryMb } = demand;
    const size = DEFAULT_VCPU_BY_MEMORY_MB.find(([upToMb]) => memoryMb <= upToMb);
    if (size === undefined) throw new Error(`no vCPU default for ${memoryMb} MB`);
    return instanceUsage(size[1], demand, offer);
  },
};
