import { MB_PER_GB, MS_PER_SECOND, SECONDS_PER_HOUR } from "../units.ts";
import { meanBilledMs, perRequest, type MeteringRule } from "./rule.ts";

/** A task is billed from the download of its image on, by the second, for a minute at least. */
const BILLED_TIME = { stepMs: 1000, leastMs: 60_000, includesInit: true } as const;
/** Ephemeral storage that each task has without charge. */
const INCLUDED_STORAGE_MB = 20 * 1024;

/**
 * AWS Fargate with a task for each request: vCPU-hours, GB-hours of memory, and GB-hours of
 * ephemeral storage beyond 20 GB. https://aws.amazon.com/fargate/pricing/
 */
export const awsFargateTask: MeteringRule = {
  limits: { memoryMb: 122_880, durationMs: 3_600_000 },
  options: ["cpuCount", "ephemeralStorageMb"],
  billedTime: BILLED_TIME,
  hasArchitectures: true,
  pricedAs: "aws_fargate",
  usage: (demand, { architecture, cpuCount, ephemeralStorageMb }) => {
    const hours = meanBilledMs(demand, BILLED_TIME) / (MS_PER_SECOND * SECONDS_PER_HOUR);
    const chargedStorageMb = ephemeralStorageMb - INCLUDED_STORAGE_MB;
    const memoryGb = demand.memoryMb / MB_PER_GB;
    return [
      { meter: "vcpu", price: `vcpu.${architecture}`, usage: perRequest(cpuCount * hours) },
      { meter: "memory", price: `memory.${architecture}`, usage: perRequest(memoryGb * hours) },
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
