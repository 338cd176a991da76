import { describe, expect, test } from "vitest";
import {
  defaultVcpu,
  describedSizes,
  holds,
  sizeOf,
  steppedMemories,
  steppedMemoryMb,
  type InstanceSize,
} from "../../../shared/metering/instance-sizes.ts";

const PART: InstanceSize = { vcpu: [0.25, 0.5], memoryMb: [512, 1024] };
const UP_TO_ONE: InstanceSize = { vcpu: [0.5, 1], memoryMb: [1024, 4096], memoryStepMb: 1024 };
const TWO: InstanceSize = { vcpu: [2, 2], memoryMb: [2048, 8192] };
const FOUR: InstanceSize = { vcpu: [4, 4], memoryMb: [8192, 16_384] };
const SIZES = [PART, UP_TO_ONE, TWO, FOUR];

test.each([
  // [vCPUs, size]: where two meet, the larger.
  [0.25, PART],
  [0.3, PART],
  [0.5, UP_TO_ONE],
  [1, UP_TO_ONE],
  [2, TWO],
  [4, FOUR],
  [0.2, undefined],
  [1.5, undefined],
  [5, undefined],
])("the size with %d vCPUs", (vcpu, size) => {
  expect(sizeOf(SIZES, vcpu)).toBe(size);
});

test("a size is had with the least and the most of its memory, and with what lies between", () => {
  const had = [2047, 2048, 3000, 8192, 8193].map((memoryMb) => holds(TWO, memoryMb));
  expect(had).toEqual([false, true, true, true, false]);
});

describe("the memory that is billed", () => {
  test("is that of the next step, and no less than the least", () => {
    const billed = [100, 1024, 1025, 2048, 2049].map((mb) => steppedMemoryMb(UP_TO_ONE, mb));
    expect(billed).toEqual([1024, 1024, 2048, 2048, 3072]);
    // The least may be a part of a step.
    expect(steppedMemoryMb({ ...UP_TO_ONE, memoryMb: [512, 2048] }, 512)).toBe(512);
  });

  test("is what is asked for, where it is not sold in steps", () => {
    expect([100, 2048, 3001].map((mb) => steppedMemoryMb(TWO, mb))).toEqual([2048, 2048, 3001]);
  });
});

test("the memories of a size are its least and every step up to its most, by the GB without steps", () => {
  expect(steppedMemories({ ...UP_TO_ONE, memoryMb: [512, 2048] })).toEqual([512, 1024, 2048]);
  expect(steppedMemories(UP_TO_ONE)).toEqual([1024, 2048, 3072, 4096]);
  expect(steppedMemories({ ...TWO, memoryMb: [2048, 4000] })).toEqual([2048, 3072]);
});

describe("the vCPUs of an instance of which only the memory is said", () => {
  test.each([
    // [MB, vCPUs]: less than any has, as the smallest; more than any has, as the largest.
    [100, 0.25],
    [511, 0.25],
    [512, 0.5],
    [1024, 1],
    [4096, 1],
    [4097, 2],
    [8192, 2],
    [8193, 4],
    [16_384, 4],
    [20_000, 4],
  ])("%d MB: those nearest to one that can be had with it, %d", (memoryMb, vcpu) => {
    expect(defaultVcpu(SIZES, memoryMb)).toBe(vcpu);
  });

  test("are the most of several that are all less than one", () => {
    const parts = [0.25, 0.5, 0.75].map((vcpu): InstanceSize => {
      return { vcpu: [vcpu, vcpu], memoryMb: [512, 1024] };
    });
    expect(defaultVcpu(parts, 600)).toBe(0.75);
  });

  test("are one where nothing is said of sizes", () => {
    expect(defaultVcpu([], 1024)).toBe(1);
  });
});

test("sizes are told as vCPUs with their memory, a range only where there is one", () => {
  const fixed: InstanceSize = { vcpu: [8, 8], memoryMb: [1024, 1024] };
  expect(describedSizes([PART, TWO, fixed])).toEqual([
    "0.25-0.5 vCPU with 512-1024 MB",
    "2 vCPU with 2048-8192 MB",
    "8 vCPU with 1024 MB",
  ]);
});
