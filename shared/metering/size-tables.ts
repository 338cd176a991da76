import { MB_PER_GB } from "../units.ts";
import { steppedMemories, type InstanceSize } from "./instance-sizes.ts";

const gb = (least: number, most: number): readonly [number, number] => [
  least * MB_PER_GB,
  most * MB_PER_GB,
];

/**
 * Cloud Run: https://cloud.google.com/run/docs/configuring/services/cpu and
 * https://cloud.google.com/run/docs/configuring/services/memory-limits
 */
export const CLOUD_RUN_SIZES: readonly InstanceSize[] = [
  { vcpu: [0.08, 0.5], memoryMb: [128, 512], concurrency: 1 },
  { vcpu: [0.5, 1], memoryMb: [128, 1024], concurrency: 1 },
  { vcpu: [1, 1], memoryMb: gb(0.125, 4) },
  { vcpu: [2, 2], memoryMb: gb(0.125, 8) },
  { vcpu: [4, 4], memoryMb: gb(2, 16) },
  { vcpu: [6, 6], memoryMb: gb(4, 24) },
  { vcpu: [8, 8], memoryMb: gb(4, 32) },
];

/** Cloud Run where CPU is billed all the time an instance lives: one vCPU at least. */
export const CLOUD_RUN_WHOLE_CPU_SIZES: readonly InstanceSize[] = CLOUD_RUN_SIZES.filter(
  ({ vcpu: [least] }) => least >= 1,
);

/** AWS Fargate: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html */
export const FARGATE_SIZES: readonly InstanceSize[] = [
  { vcpu: [0.25, 0.25], memoryMb: gb(0.5, 2), memoryStepMb: MB_PER_GB },
  { vcpu: [0.5, 0.5], memoryMb: gb(1, 4), memoryStepMb: MB_PER_GB },
  { vcpu: [1, 1], memoryMb: gb(2, 8), memoryStepMb: MB_PER_GB },
  { vcpu: [2, 2], memoryMb: gb(4, 16), memoryStepMb: MB_PER_GB },
  { vcpu: [4, 4], memoryMb: gb(8, 30), memoryStepMb: MB_PER_GB },
  { vcpu: [8, 8], memoryMb: gb(16, 60), memoryStepMb: 4 * MB_PER_GB },
  { vcpu: [16, 16], memoryMb: gb(32, 120), memoryStepMb: 8 * MB_PER_GB },
];

/** Every memory that a Fargate task can have, MB. */
export const FARGATE_MEMORY_MB: readonly number[] = [
  ...new Set(FARGATE_SIZES.flatMap(steppedMemories)),
].toSorted((a, b) => a - b);
