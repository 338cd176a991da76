import type { FunctionOffer } from "../offer.ts";
import { cpuMsOf, type RequestDemand } from "../request-demand.ts";
import { MB_PER_GB, MS_PER_SECOND } from "../units.ts";
import {
  CLOUDFLARE_TYPES,
  containerType,
  CUSTOM_TYPE,
  mostDiskGb,
  type ContainerType,
} from "./cloudflare-container-types.ts";
import { PricingError } from "../engine/errors.ts";
import {
  gbSeconds,
  meanBilledMs,
  perMonth,
  perRequest,
  REQUESTS,
  type MeteringRule,
} from "./rule.ts";

/** An instance is billed by 10 ms, from its start on. */
const BILLED_TIME = { stepMs: 10, includesInit: true } as const;
/** An instance runs as long as it likes; a month of 730 hours is all that is counted. */
const MONTH_MS = 2_628_000_000;
/** Cloudflare counts disk in thousands. */
const DISK_MB_PER_GB = 1000;

/**
 * Cloudflare Containers with an instance for each request: the subscription of the Workers plan,
 * requests, which a Worker takes, vCPU-seconds that were used, GiB-seconds of memory and GB-seconds
 * of disk of the smallest instance type that holds the memory, beyond what the plan includes; one of
 * one's own where a vCPU or more is asked for. Durable Objects are not counted.
 * https://developers.cloudflare.com/containers/pricing/,
 * https://developers.cloudflare.com/changelog/post/2025-11-21-new-cpu-pricing/ and
 * https://developers.cloudflare.com/containers/platform/limits/
 */
export const cloudflareContainers: MeteringRule = {
  limits: {
    memoryMb: CUSTOM_TYPE.mostMemoryMb,
    durationMs: MONTH_MS,
    sizes: [
      { vcpu: [1 / 16, 1 / 16], memoryMb: [0, 256] },
      { vcpu: [1 / 4, 1 / 4], memoryMb: [0, 1024] },
      { vcpu: [1 / 2, 1 / 2], memoryMb: [0, 4096] },
      { vcpu: CUSTOM_TYPE.vcpu, memoryMb: [0, CUSTOM_TYPE.mostMemoryMb] },
    ],
    ephemeralStorageMb: CUSTOM_TYPE.mostDiskGb * DISK_MB_PER_GB,
  },
  options: ["cpuCount", "ephemeralStorageMb", "egressArea"],
  billedTime: BILLED_TIME,
  memorySizesMb: CLOUDFLARE_TYPES.map(({ memoryMb }) => memoryMb),
  ownSizesMb: ({ cpuCount = 0, ephemeralStorageMb = 0 }) => [
    cpuCount * CUSTOM_TYPE.leastMemoryMbPerVcpu,
    (ephemeralStorageMb / DISK_MB_PER_GB / CUSTOM_TYPE.mostDiskGbPerMemoryGb) * MB_PER_GB,
  ],
  usage: (demand, offer) => {
    const billedMs = meanBilledMs(demand, BILLED_TIME);
    const type = cloudflareInstance(demand, offer);
    return [
      {
        meter: "subscription",
        pricedAs: "cloudflare_workers",
        usage: perMonth(1),
        perAccount: true,
      },
      { ...REQUESTS, pricedAs: "cloudflare_workers" },
      { meter: "vcpu", usage: perRequest(cpuMsOf(demand) / MS_PER_SECOND) },
      { meter: "memory", usage: perRequest(gbSeconds(type.memoryMb, billedMs)) },
      { meter: "disk", usage: perRequest((type.diskGb * billedMs) / MS_PER_SECOND) },
    ];
  },
};

/** The instance type that serves a request; throws `PricingError` where none has as much disk. */
export function cloudflareInstance(
  { memoryMb }: RequestDemand,
  { cpuCount, ephemeralStorageMb }: FunctionOffer,
): ContainerType {
  const diskGb = ephemeralStorageMb === undefined ? undefined : ephemeralStorageMb / DISK_MB_PER_GB;
  const type = containerType(memoryMb, cpuCount, diskGb);
  if (type === null) throw tooMuchDisk(memoryMb, cpuCount, ephemeralStorageMb);
  return type;
}

/** Within the other limits, a type cannot be had only where its memory is too little for the disk. */
function tooMuchDisk(memoryMb: number, vcpu = 1, ephemeralStorageMb = 0): PricingError {
  const sold = CLOUDFLARE_TYPES.find((type) => type.vcpu === vcpu);
  // Less than a vCPU is only sold; for its memory one's own would have no more disk than that has.
  const ownGb = mostDiskGb(Math.max(memoryMb, vcpu * CUSTOM_TYPE.leastMemoryMbPerVcpu));
  return new PricingError("over_service_limit", ["ephemeralStorageMb"], {
    service: "cloudflare_containers",
    value: ephemeralStorageMb,
    limit: Math.max(sold?.diskGb ?? 0, ownGb) * DISK_MB_PER_GB,
    unit: "MB",
  });
}
