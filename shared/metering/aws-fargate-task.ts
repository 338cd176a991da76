import type { RequestDemand } from "../request-demand.ts";
import { MB_PER_GB, MS_PER_SECOND, SECONDS_PER_HOUR } from "../units.ts";
import { FARGATE_STORAGE_MB } from "./fargate-storage.ts";
import { defaultVcpu, sizeOf, steppedMemoryMb } from "./instance-sizes.ts";
import { FARGATE_MEMORY_MB, FARGATE_SIZES } from "./size-tables.ts";
import { meanBilledMs, perRequest, type MeteringRule } from "./rule.ts";

/** A task is billed from the download of its image on, by the second, for a minute at least. */
const BILLED_TIME = { stepMs: 1000, leastMs: 60_000, includesInit: true } as const;
const { included: INCLUDED_STORAGE_MB, most: MOST_STORAGE_MB } = FARGATE_STORAGE_MB;
/** A task runs as long as it likes; a month of 730 hours is all that is counted. */
const MONTH_MS = 2_628_000_000;

/**
 * AWS Fargate with a task for each request: vCPU-hours, GB-hours of memory, and GB-hours of
 * ephemeral storage beyond 20 GB, of the smallest size that has the vCPUs and holds the memory.
 * Without vCPUs asked for, those of the size nearest to one vCPU that holds the memory.
 * https://aws.amazon.com/fargate/pricing/ and
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
 */
export const awsFargateTask: MeteringRule = {
  limits: {
    memoryMb: 122_880,
    durationMs: MONTH_MS,
    sizes: FARGATE_SIZES,
    ephemeralStorageMb: MOST_STORAGE_MB,
  },
  options: ["cpuCount", "ephemeralStorageMb"],
  billedTime: BILLED_TIME,
  memorySizesMb: FARGATE_MEMORY_MB,
  hasArchitectures: true,
  pricedAs: "aws_fargate",
  usage: (demand, { architecture, cpuCount, ephemeralStorageMb = INCLUDED_STORAGE_MB }) => {
    const hours = meanBilledMs(demand, BILLED_TIME) / (MS_PER_SECOND * SECONDS_PER_HOUR);
    const chargedStorageMb = ephemeralStorageMb - INCLUDED_STORAGE_MB;
    const { vcpu, memoryMb } = fargateTaskSize(demand, { cpuCount });
    return [
      { meter: "vcpu", price: `vcpu.${architecture}`, usage: perRequest(vcpu * hours) },
      {
        meter: "memory",
        price: `memory.${architecture}`,
        usage: perRequest((memoryMb / MB_PER_GB) * hours),
      },
      ...(chargedStorageMb > 0
        ? [
            {
              meter: "ephemeral_storage",
              usage: perRequest((chargedStorageMb / MB_PER_GB) * hours),
            },
          ]
        : []),
    ];
  },
};

/** The size that a task is billed as: its vCPUs, and its memory in MB. */
export function fargateTaskSize(
  { memoryMb }: RequestDemand,
  { cpuCount }: { readonly cpuCount?: number | undefined },
): { readonly vcpu: number; readonly memoryMb: number } {
  const vcpu = cpuCount ?? defaultVcpu(FARGATE_SIZES, memoryMb);
  const size = sizeOf(FARGATE_SIZES, vcpu);
  return { vcpu, memoryMb: size === undefined ? memoryMb : steppedMemoryMb(size, memoryMb) };
}
