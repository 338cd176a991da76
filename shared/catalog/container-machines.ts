import { PricingError } from "../engine/errors.ts";
import { HOURS_PER_MONTH, MB_PER_GB, SECONDS_PER_MONTH } from "../units.ts";
import type { RateCard } from "./card.ts";
import type { Machine, MachineCharge } from "./machine.ts";
import type { MachineServiceId } from "./providers.ts";
import type { Architecture } from "./rate-card.ts";

/** vCPUs and GB of a container that runs all month, `1_2` or `1_2_arm64`. */
const SIZE = /^(\d{1,3}(?:\.\d+)?)_(\d{1,4}(?:\.\d+)?)(_arm64)?$/u;
const EXAMPLES = ["1_2", "2_4", "1_2_arm64"];

/** What one can ask of a container service, and where its prices stand. */
interface ContainerService {
  readonly vcpu: readonly [min: number, max: number];
  readonly memoryGbPerVcpu: readonly [min: number, max: number];
  readonly architectures: readonly Architecture[];
  /** Units of a month that one vCPU or GB uses. */
  readonly unitsPerMonth: number;
  readonly prices: (
    architecture: Architecture,
  ) => readonly [
    vcpu: readonly [service: string, meter: string],
    memory: readonly [service: string, meter: string],
  ];
}

/**
 * Containers that are billed by their size like a machine.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
 * https://cloud.google.com/run/docs/configuring/services/memory-limits
 */
const CONTAINER_SERVICES: { readonly [service in MachineServiceId]?: ContainerService } = {
  aws_fargate: {
    vcpu: [0.25, 16],
    memoryGbPerVcpu: [2, 8],
    architectures: ["x86_64", "arm64"],
    unitsPerMonth: HOURS_PER_MONTH,
    prices: (architecture) => [
      ["aws_fargate", `vcpu.${architecture}`],
      ["aws_fargate", `memory.${architecture}`],
    ],
  },
  gcp_cloudrun_instances: {
    vcpu: [1, 8],
    memoryGbPerVcpu: [0.125, 8],
    architectures: ["x86_64"],
    unitsPerMonth: SECONDS_PER_MONTH,
    prices: () => [
      ["gcp_cloudrun", "instance_vcpu"],
      ["gcp_cloudrun", "instance_memory"],
    ],
  },
};

/** A container of a service that bills them by size; `null` for a service that does not. */
export function containerMachine(
  card: RateCard,
  service: MachineServiceId,
  name: string,
): Machine | null {
  const sizes = CONTAINER_SERVICES[service];
  if (sizes === undefined) return null;
  const match = SIZE.exec(name);
  const vcpu = Number(match?.[1]);
  const memoryGb = Number(match?.[2]);
  const architecture = match?.[3] === undefined ? "x86_64" : "arm64";
  const fits =
    match !== null &&
    isWithin(sizes.vcpu, vcpu) &&
    isWithin(sizes.memoryGbPerVcpu, memoryGb / vcpu) &&
    sizes.architectures.includes(architecture);
  if (!fits) {
    throw new PricingError("unknown_machine_type", ["instanceType"], {
      instanceType: name,
      region: card.region,
      nearest: EXAMPLES,
    });
  }
  const [vcpuPrice, memoryPrice] = sizes.prices(architecture);
  const charge = (
    meter: string,
    amount: number,
    [priced, price]: readonly [string, string],
  ): MachineCharge => ({
    meter,
    usage: { perMachine: amount * sizes.unitsPerMonth },
    price: card.price(priced, price),
  });
  return {
    name,
    vcpu,
    memoryMb: memoryGb * MB_PER_GB,
    architecture,
    baseline: 1,
    sustainedUse: 1,
    charges: {
      on_demand: [charge("vcpu", vcpu, vcpuPrice), charge("memory", memoryGb, memoryPrice)],
    },
  };
}

function isWithin([min, max]: readonly [number, number], value: number): boolean {
  return value >= min && value <= max;
}
