import { describe, expect, test } from "vitest";
import { PricingError } from "../../../shared/engine/errors.ts";
import {
  cloudflareTypes,
  containerType,
  customContainer,
  mostDiskGb,
} from "../../../shared/metering/cloudflare-container-types.ts";
import { cloudflareContainers } from "../../../shared/metering/cloudflare-containers.ts";
import { usageOf } from "./_usage.ts";

const GB = 1024;

// https://developers.cloudflare.com/containers/platform/limits/
describe("a container type of one's own", () => {
  test("has one to four vCPUs", () => {
    expect(customContainer(0.99, 4 * GB)).toBeNull();
    expect(customContainer(1, 4 * GB)).toEqual({
      name: "1_4",
      vcpu: 1,
      memoryMb: 4 * GB,
      diskGb: 2,
    });
    expect(customContainer(4, 12 * GB)?.name).toBe("4_12");
    expect(customContainer(4.01, 12 * GB)).toBeNull();
  });

  test("has three GiB at least for each vCPU, and twelve at most", () => {
    expect(customContainer(2, 6 * GB)?.memoryMb).toBe(6 * GB);
    expect(customContainer(2, 6 * GB - 1)).toBeNull();
    expect(customContainer(2, 12 * GB)?.memoryMb).toBe(12 * GB);
    expect(customContainer(2, 12 * GB + 1)).toBeNull();
  });

  test("has two GB of disk at most for each GiB of memory, and twenty at most", () => {
    expect([3, 6, 10, 11, 12].map((gb) => mostDiskGb(gb * GB))).toEqual([6, 12, 20, 20, 20]);
    expect(customContainer(1, 3 * GB, 6)?.diskGb).toBe(6);
    expect(customContainer(1, 3 * GB, 6.1)).toBeNull();
  });
});

test("container types are those sold, and those of one's own by the GiB, each with the least disk", () => {
  const names = cloudflareTypes().map(({ name }) => name);
  expect(names.slice(4, 8)).toEqual(["standard-3", "standard-4", "1_3", "1_4"]);
  expect(names.filter((name) => name.startsWith("2_"))).toEqual(
    [6, 7, 8, 9, 10, 11, 12].map((gb) => `2_${gb}`),
  );
  expect(names.slice(-2)).toEqual(["3_12", "4_12"]);
  expect(names).toHaveLength(6 + 10 + 7 + 4 + 1);
  expect(cloudflareTypes().at(-1)?.diskGb).toBe(2);
});

describe("the container type that is billed", () => {
  test.each([
    // [MB, vCPUs, GB of disk, type]: the smallest that has all of it.
    [256, undefined, undefined, "lite"],
    [257, undefined, undefined, "basic"],
    [256, undefined, 2, "lite"],
    [256, undefined, 2.1, "basic"],
    [12_288, undefined, 20, "standard-4"],
    [256, 0.25, undefined, "basic"],
    [1024, 0.25, 4, "basic"],
    [128, 1, undefined, "1_3"],
    [4096, 1, undefined, "1_4"],
    [4096, 1, 8, "1_4"],
    // Of one's own it would have too little disk for its memory.
    [4096, 1, 9, "standard-2"],
    [128, 4, 20, "4_12"],
  ])("%d MB, %s vCPU and %s GB of disk are %s", (memoryMb, vcpu, diskGb, name) => {
    expect(containerType(memoryMb, vcpu, diskGb)?.name).toBe(name);
  });

  test.each([
    [12_289, undefined, undefined],
    [256, undefined, 21],
    [1025, 0.25, undefined],
    [128, 0.3, undefined],
    [128, 0.25, 4.1],
    [128, 1, 12.1],
    [128, 8, undefined],
  ])("%d MB, %s vCPU and %s GB of disk cannot be had", (memoryMb, vcpu, diskGb) => {
    expect(containerType(memoryMb, vcpu, diskGb)).toBeNull();
  });
});

test.each([
  // [MB, vCPUs, MB of disk, most MB of disk]
  [128, 1 / 16, 2001, 2000],
  [128, 1 / 4, 4001, 4000],
  [128, 3, 19_000, 18_000],
  [7000, 1, 13_672, (7000 / 1024) * 2000],
  // With 3 GiB one of one's own has 6 GB, but the type that is sold with a vCPU has 12.
  [128, 1, 12_001, 12_000],
  [128, 2, 16_001, 16_000],
])(
  "%d MB with %d vCPU and %d MB of disk are refused: it has at most %d",
  (memoryMb, cpuCount, ephemeralStorageMb, limit) => {
    const run = () =>
      usageOf("cloudflare_containers", { memoryMb }, { cpuCount, ephemeralStorageMb });
    expect(run).toThrow(PricingError);
    let refused: unknown;
    try {
      run();
    } catch (error) {
      refused = error;
    }
    expect(refused).toMatchObject({
      code: "over_service_limit",
      path: ["ephemeralStorageMb"],
      params: {
        service: "cloudflare_containers",
        value: ephemeralStorageMb,
        limit,
        unit: "MB",
      },
    });
  },
);

test("a container has the vCPUs of a type that is sold, or one to four of one's own, and 20 GB", () => {
  const { limits, memorySizesMb } = cloudflareContainers;
  expect(limits.sizes?.map(({ vcpu, memoryMb }) => [...vcpu, ...memoryMb])).toEqual([
    [1 / 16, 1 / 16, 0, 256],
    [1 / 4, 1 / 4, 0, 1024],
    [1 / 2, 1 / 2, 0, 4096],
    [1, 4, 0, 12_288],
  ]);
  expect(limits.ephemeralStorageMb).toBe(20_000);
  expect(memorySizesMb).toEqual([256, 1024, 4096, 6144, 8192, 12_288]);
});
