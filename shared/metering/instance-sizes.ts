import { MB_PER_GB } from "../units.ts";

/** How many vCPUs an instance can have, and what memory goes with them. */
export interface InstanceSize {
  /** Any number of vCPUs from the first to the second. */
  readonly vcpu: readonly [least: number, most: number];
  readonly memoryMb: readonly [least: number, most: number];
  /** Memory is sold in such steps, MB: what lies between two is billed as the larger. */
  readonly memoryStepMb?: number;
  /** Most requests at a time, where that is less than the service allows. */
  readonly concurrency?: number;
}

/** The size with so many vCPUs; where two meet, the larger. */
export function sizeOf(sizes: readonly InstanceSize[], vcpu: number): InstanceSize | undefined {
  return sizes.findLast(({ vcpu: [least, most] }) => vcpu >= least && vcpu <= most);
}

/** Whether a size can be had with so much memory, MB; what lies between two steps, with the larger. */
export function holds({ memoryMb: [least, most] }: InstanceSize, memoryMb: number): boolean {
  return memoryMb >= least && memoryMb <= most;
}

/** The memory that is billed for so much in a size, MB: the smallest step that holds it. */
export function steppedMemoryMb(
  { memoryMb: [least], memoryStepMb }: InstanceSize,
  memoryMb: number,
): number {
  if (memoryMb <= least) return least;
  return memoryStepMb === undefined ? memoryMb : Math.ceil(memoryMb / memoryStepMb) * memoryStepMb;
}

/** The memories that a size is sold with, MB, ascending; by whole GB where it has no steps. */
export function steppedMemories({
  memoryMb: [least, most],
  memoryStepMb = MB_PER_GB,
}: InstanceSize): number[] {
  const memories = [least];
  const first = (Math.floor(least / memoryStepMb) + 1) * memoryStepMb;
  for (let memory = first; memory <= most; memory += memoryStepMb) memories.push(memory);
  return memories;
}

/**
 * vCPUs of an instance of which only the memory is said, MB: one, or the nearest to one that can be
 * had with that memory. Less than any size has is that of the smallest; more than any has, that of
 * the largest, and the limits refuse it.
 */
export function defaultVcpu(sizes: readonly InstanceSize[], memoryMb: number): number {
  const fitting = sizes.filter((size) => holds(size, memoryMb));
  const vcpus = fitting.map(({ vcpu: [least, most] }) => Math.min(most, Math.max(least, 1)));
  if (vcpus.length > 0) {
    return vcpus.find((vcpu) => vcpu >= 1) ?? vcpus.at(-1) ?? 1;
  }
  const [smallest] = sizes;
  const isSmall = smallest !== undefined && memoryMb < smallest.memoryMb[0];
  return (isSmall ? smallest : sizes.at(-1))?.vcpu[0] ?? 1;
}

/** Sizes in words: `2 vCPU with 4096-16384 MB`. */
export function describedSizes(sizes: readonly InstanceSize[]): string[] {
  return sizes.map(({ vcpu, memoryMb }) => `${rangeOf(vcpu)} vCPU with ${rangeOf(memoryMb)} MB`);
}

function rangeOf([least, most]: readonly [number, number]): string {
  return least === most ? String(least) : `${least}-${most}`;
}
