import { CLOUD_RUN_SIZES } from "./size-tables.ts";
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
 * that go with the memory, unless others are asked for. https://cloud.google.com/functions/pricing
 *
 * Limits: those of Cloud Run; with less than a vCPU an instance serves one request at a time.
 */
export const googleFunctions: MeteringRule = {
  limits: {
    memoryMb: 32_768,
    durationMs: 3_600_000,
    sizes: CLOUD_RUN_SIZES,
    concurrency: 1000,
  },
  options: ["cpuCount", "concurrency", "minimumInstances"],
  defaultCpuCount: ({ memoryMb }) => vcpuFor(memoryMb),
  billedTime: BILLED_TIME,
  memorySizesMb: DEFAULT_VCPU_BY_MEMORY_MB.map(([upToMb]) => upToMb),
  usage: (demand, offer) =>
    instanceUsage(offer.cpuCount ?? vcpuFor(demand.memoryMb), demand, offer),
};

function vcpuFor(memoryMb: number): number {
  const size = DEFAULT_VCPU_BY_MEMORY_MB.find(([upToMb]) => memoryMb <= upToMb);
  if (size === undefined) throw new Error(`no vCPU default for ${memoryMb} MB`);
  return size[1];
}
