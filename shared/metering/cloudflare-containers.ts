import { MB_PER_GB, MS_PER_SECOND } from "../units.ts";
import { gbSeconds, meanBilledMs, perRequest, type MeteringRule } from "./rule.ts";

/** An instance is billed by 10 ms, from its start on. */
const BILLED_TIME = { stepMs: 10, includesInit: true } as const;

/**
 * Cloudflare Containers with an instance for each request: vCPU-seconds, GiB-seconds of memory and
 * GB-seconds of disk, beyond what the Workers plan includes.
 * https://developers.cloudflare.com/containers/pricing/
 */
export const cloudflareContainers: MeteringRule = {
  limits: { memoryMb: 12_288, durationMs: 3_600_000 },
  options: ["cpuCount", "ephemeralStorageMb"],
  billedTime: BILLED_TIME,
  usage: (demand, { cpuCount, ephemeralStorageMb }) => {
    const billedMs = meanBilledMs(demand, BILLED_TIME);
    const seconds = billedMs / MS_PER_SECOND;
    return [
      { meter: "vcpu", usage: perRequest(cpuCount * seconds) },
      { meter: "memory", usage: perRequest(gbSeconds(demand.memoryMb, billedMs)) },
      { meter: "disk", usage: perRequest((ephemeralStorageMb / MB_PER_GB) * seconds) },
    ];
  },
};
