import { MB_PER_GB } from "../units.ts";

/** What an instance of Cloudflare Containers has. */
export interface ContainerType {
  readonly name: string;
  readonly vcpu: number;
  readonly memoryMb: number;
  readonly diskGb: number;
}

/**
 * The instance types, the smallest first.
 * https://developers.cloudflare.com/containers/platform/limits/
 */
export const CLOUDFLARE_TYPES: readonly ContainerType[] = [
  { name: "lite", vcpu: 1 / 16, memoryMb: 256, diskGb: 2 },
  { name: "basic", vcpu: 1 / 4, memoryMb: 1024, diskGb: 4 },
  { name: "standard-1", vcpu: 1 / 2, memoryMb: 4096, diskGb: 8 },
  { name: "standard-2", vcpu: 1, memoryMb: 6144, diskGb: 12 },
  { name: "standard-3", vcpu: 2, memoryMb: 8192, diskGb: 16 },
  { name: "standard-4", vcpu: 4, memoryMb: 12_288, diskGb: 20 },
];

/** Types of one's own: whole or part vCPUs, memory for each of them, and disk for the memory. */
export const CUSTOM_TYPE = {
  vcpu: [1, 4],
  leastMemoryMbPerVcpu: 3 * MB_PER_GB,
  mostMemoryMb: 12 * MB_PER_GB,
  mostDiskGbPerMemoryGb: 2,
  mostDiskGb: 20,
} as const;
/** Disk of a type of one's own that asks for none. */
const DEFAULT_DISK_GB = 2;

/**
 * A type of one's own: vCPUs, memory in MB and disk in GB. `null` for one that cannot be had.
 */
export function customContainer(
  vcpu: number,
  memoryMb: number,
  diskGb = DEFAULT_DISK_GB,
): ContainerType | null {
  const [least, most] = CUSTOM_TYPE.vcpu;
  if (vcpu < least || vcpu > most) return null;
  if (memoryMb < vcpu * CUSTOM_TYPE.leastMemoryMbPerVcpu) return null;
  if (memoryMb > CUSTOM_TYPE.mostMemoryMb || diskGb > mostDiskGb(memoryMb)) return null;
  return { name: `${vcpu}_${memoryMb / MB_PER_GB}`, vcpu, memoryMb, diskGb };
}

/** The instance types, and those of one's own of whole vCPUs and GB with the least disk. */
export function cloudflareTypes(): ContainerType[] {
  const types = [...CLOUDFLARE_TYPES];
  const [least, most] = CUSTOM_TYPE.vcpu;
  for (let vcpu = least; vcpu <= most; vcpu += 1) {
    for (let memoryMb = MB_PER_GB; memoryMb <= CUSTOM_TYPE.mostMemoryMb; memoryMb += MB_PER_GB) {
      const type = customContainer(vcpu, memoryMb);
      if (type !== null) types.push(type);
    }
  }
  return types;
}

/** The largest disk of a type of one's own with so much memory, GB. */
export function mostDiskGb(memoryMb: number): number {
  const byMemory = (memoryMb / MB_PER_GB) * CUSTOM_TYPE.mostDiskGbPerMemoryGb;
  return Math.min(CUSTOM_TYPE.mostDiskGb, byMemory);
}

/**
 * The type that an instance for so much memory (MB) is billed as, with as many vCPUs and as much disk
 * (GB) as are asked for: the smallest that is sold, or one of one's own where vCPUs are asked for of
 * which no type has as many, or disk beyond. `null` where none can be had.
 */
export function containerType(
  memoryMb: number,
  vcpu: number | undefined,
  diskGb: number | undefined,
): ContainerType | null {
  const sold = CLOUDFLARE_TYPES.find(
    (type) =>
      type.memoryMb >= memoryMb &&
      (vcpu === undefined || type.vcpu === vcpu) &&
      (diskGb === undefined || type.diskGb >= diskGb),
  );
  if (vcpu === undefined) return sold ?? null;
  const own = customContainer(
    vcpu,
    Math.max(memoryMb, vcpu * CUSTOM_TYPE.leastMemoryMbPerVcpu),
    diskGb,
  );
  return own ?? sold ?? null;
}
