import { PricingError } from "../engine/errors.ts";
import {
  CLOUDFLARE_TYPES,
  customContainer,
  type ContainerType,
} from "../metering/cloudflare-container-types.ts";
import { holds, sizeOf, steppedMemoryMb, type InstanceSize } from "../metering/instance-sizes.ts";
import { CLOUD_RUN_WHOLE_CPU_SIZES, FARGATE_SIZES } from "../metering/size-tables.ts";
import { nearestNames } from "../nearest-names.ts";
import { HOURS_PER_MONTH, MB_PER_GB, SECONDS_PER_MONTH } from "../units.ts";
import type { RateCard } from "./card.ts";
import type { Machine, MachineCharge } from "./machine.ts";
import type { MachineServiceId } from "./providers.ts";
import type { Architecture } from "./rate-card.ts";

/** vCPUs and GB of a container that runs all month, `1_2` or `1_2_arm64`. */
const SIZE = /^(\d{1,3}(?:\.\d+)?)_(\d{1,4}(?:\.\d+)?)(_arm64)?$/u;

type PricePlace = readonly [service: string, meter: string];

/** What one can ask of a container service, and where its prices stand. */
interface ContainerService {
  readonly sizes: readonly InstanceSize[];
  readonly architectures: readonly Architecture[];
  /** Units of a month that one vCPU or GB uses. */
  readonly unitsPerMonth: number;
  readonly prices: (architecture: Architecture) => readonly [vcpu: PricePlace, memory: PricePlace];
}

/** Containers that are billed by their size like a machine, by the second and at no less than a minute. */
const CONTAINER_SERVICES: { readonly [service in MachineServiceId]?: ContainerService } = {
  aws_fargate: {
    sizes: FARGATE_SIZES,
    architectures: ["x86_64", "arm64"],
    unitsPerMonth: HOURS_PER_MONTH,
    prices: (architecture) => [
      ["aws_fargate", `vcpu.${architecture}`],
      ["aws_fargate", `memory.${architecture}`],
    ],
  },
  gcp_cloudrun_instances: {
    sizes: CLOUD_RUN_WHOLE_CPU_SIZES,
    architectures: ["x86_64"],
    unitsPerMonth: SECONDS_PER_MONTH,
    prices: () => [
      ["gcp_cloudrun", "instance_vcpu"],
      ["gcp_cloudrun", "instance_memory"],
    ],
  },
  // https://cloud.google.com/run/docs/deploy-worker-pools
  gcp_cloudrun_worker_pools: {
    sizes: CLOUD_RUN_WHOLE_CPU_SIZES,
    architectures: ["x86_64"],
    unitsPerMonth: SECONDS_PER_MONTH,
    prices: () => [
      ["gcp_cloudrun", "worker_pool_vcpu"],
      ["gcp_cloudrun", "worker_pool_memory"],
    ],
  },
};

/**
 * A container of a service that bills them by size; `null` for a service that does not. A size that
 * the service does not sell is a `PricingError` that names the nearest, and a region without prices
 * of the service one, too.
 */
export function containerMachine(
  card: RateCard,
  service: MachineServiceId,
  name: string,
): Machine | null {
  if (service === "cloudflare_container_instances") return cloudflareContainer(card, name);
  const sold = CONTAINER_SERVICES[service];
  if (sold === undefined) return null;
  const match = SIZE.exec(name);
  const vcpu = Number(match?.[1]);
  const memoryMb = Number(match?.[2]) * MB_PER_GB;
  const architecture = match?.[3] === undefined ? "x86_64" : "arm64";
  const size = sizeOf(sold.sizes, vcpu);
  const isSold =
    size !== undefined &&
    holds(size, memoryMb) &&
    steppedMemoryMb(size, memoryMb) === memoryMb &&
    sold.architectures.includes(architecture);
  if (!isSold) throw unknownSize(card, name, namesNear(sold, size, vcpu));
  const [vcpuPrice, memoryPrice] = sold.prices(architecture);
  const charge = (meter: string, amount: number, [priced, price]: PricePlace): MachineCharge => ({
    meter,
    usage: { perMachine: amount * sold.unitsPerMonth },
    price: card.price(priced, price),
  });
  return machineOf(name, { vcpu, memoryMb, architecture }, [
    charge("vcpu", vcpu, vcpuPrice),
    charge("memory", memoryMb / MB_PER_GB, memoryPrice),
  ]);
}

/**
 * An instance that runs all month: its memory and disk; its CPU is billed by use.
 * https://developers.cloudflare.com/containers/pricing/
 */
function cloudflareContainer(card: RateCard, name: string): Machine {
  const [, vcpu, memoryGb] = SIZE.exec(name) ?? [];
  const type: ContainerType | undefined =
    vcpu === undefined
      ? CLOUDFLARE_TYPES.find((known) => known.name === name)
      : (customContainer(Number(vcpu), Number(memoryGb) * MB_PER_GB) ?? undefined);
  if (type === undefined || name.endsWith("_arm64")) {
    throw unknownSize(card, name, [...CLOUDFLARE_TYPES.map((known) => known.name), "1_3", "4_12"]);
  }
  const charge = (meter: string, amount: number): MachineCharge => ({
    meter,
    usage: { perMachine: amount * SECONDS_PER_MONTH },
    price: card.price("cloudflare_containers", meter),
  });
  return machineOf(name, { ...type, architecture: "x86_64" }, [
    charge("memory", type.memoryMb / MB_PER_GB),
    charge("disk", type.diskGb),
  ]);
}

function machineOf(
  name: string,
  { vcpu, memoryMb, architecture }: Pick<Machine, "vcpu" | "memoryMb" | "architecture">,
  onDemand: readonly MachineCharge[],
): Machine {
  return {
    name,
    vcpu,
    memoryMb,
    architecture,
    baseline: 1,
    sustainedUse: 1,
    charges: { on_demand: onDemand },
  };
}

/** The sizes with so many vCPUs, the least and the most memory; the smallest of each, where there are none. */
function namesNear(
  { sizes, architectures }: ContainerService,
  size: InstanceSize | undefined,
  vcpu: number,
): string[] {
  const near = size === undefined ? sizes : [size];
  const names = near.flatMap(({ vcpu: [least], memoryMb }) =>
    (size === undefined ? memoryMb.slice(0, 1) : memoryMb).map(
      (mb) => `${size === undefined ? least : vcpu}_${mb / MB_PER_GB}`,
    ),
  );
  const [first = ""] = names;
  return architectures.includes("arm64") ? [...names, `${first}_arm64`] : names;
}

function unknownSize(card: RateCard, name: string, known: readonly string[]): PricingError {
  return new PricingError("unknown_machine_type", ["instanceType"], {
    instanceType: name,
    region: card.region,
    nearest: known.length > NAMES_LISTED ? nearestNames(known, name) : known,
  });
}

/** Names that a sentence holds. */
const NAMES_LISTED = 9;
