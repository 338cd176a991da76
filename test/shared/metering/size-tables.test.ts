import { describe, expect, test } from "vitest";
import {
  CLOUD_RUN_SIZES,
  CLOUD_RUN_WHOLE_CPU_SIZES,
  FARGATE_MEMORY_MB,
  FARGATE_SIZES,
} from "../../../shared/metering/size-tables.ts";
import type { InstanceSize } from "../../../shared/metering/instance-sizes.ts";

/** vCPUs from and to, GB from and to, GB of a step of memory, requests at a time. */
function figures({ vcpu, memoryMb, memoryStepMb, concurrency }: InstanceSize) {
  const memoryGb = memoryMb.map((mb) => mb / 1024);
  const stepGb = memoryStepMb === undefined ? null : memoryStepMb / 1024;
  return [...vcpu, ...memoryGb, stepGb, concurrency ?? null];
}

// https://cloud.google.com/run/docs/configuring/services/cpu and …/memory-limits
test("Cloud Run has up to 512 MB for half a vCPU, then as many GiB as its page says", () => {
  expect(CLOUD_RUN_SIZES.map(figures)).toEqual([
    [0.08, 0.5, 0.125, 0.5, null, 1],
    [0.5, 1, 0.125, 1, null, 1],
    [1, 1, 0.125, 4, null, null],
    [2, 2, 0.125, 8, null, null],
    [4, 4, 2, 16, null, null],
    [6, 6, 4, 24, null, null],
    [8, 8, 4, 32, null, null],
  ]);
});

test("Cloud Run billed all the time has a vCPU at least", () => {
  expect(CLOUD_RUN_WHOLE_CPU_SIZES.map(({ vcpu: [least] }) => least)).toEqual([1, 2, 4, 6, 8]);
});

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
describe("a task of Fargate's", () => {
  test("has as many GB as its page says, in steps of one, of four and of eight", () => {
    expect(FARGATE_SIZES.map(figures)).toEqual([
      [0.25, 0.25, 0.5, 2, 1, null],
      [0.5, 0.5, 1, 4, 1, null],
      [1, 1, 2, 8, 1, null],
      [2, 2, 4, 16, 1, null],
      [4, 4, 8, 30, 1, null],
      [8, 8, 16, 60, 4, null],
      [16, 16, 32, 120, 8, null],
    ]);
  });

  test("has half a GB, 1 to 30, then the steps of the larger, each named once and ascending", () => {
    const upTo30 = Array.from({ length: 30 }, (_, index) => index + 1);
    const byFour = [32, 36, 40, 44, 48, 52, 56, 60];
    const byEight = [64, 72, 80, 88, 96, 104, 112, 120];
    expect(FARGATE_MEMORY_MB.map((mb) => mb / 1024)).toEqual([
      0.5,
      ...upTo30,
      ...byFour,
      ...byEight,
    ]);
  });
});
