import { PricingError } from "../engine/errors.ts";
import {
  CLOUDFLARE_TYPES,
  cloudflareTypes,
  customContainer,
  type ContainerType,
} from "../metering/cloudflare-container-types.ts";
import {
  holds,
  sizeOf,
  steppedMemories,
  steppedMemoryMb,
  type InstanceSize,
} from "../metering/instance-sizes.ts";
import { CLOUD_RUN_WHOLE_CPU_SIZES, FARGATE_SIZES } from "../metering/size-tables.ts";
import { HOURS_PER_MONTH, MB_PER_GB, SECONDS_PER_MONTH } from "../units.ts";
import type { RateCard } from "./card.ts";
import type { Machine, MachineCharge } from "./machine.ts";
import type { MachineServiceId } from "./providers.ts";
import type { Architecture } from "./rate-card.ts";

/** vCPUs and GB of a container that runs all month, `1_2` or `1_2_arm64`. */
const SIZE = /^(\d{1,3}(?:\.\d+)?)_(\d{1,4}(?:\.\d+)?)(_arm64)?$/u;

/** What a container is billed by all month: so many units of a price of its provider's. */
export interface ContainerPart {
  readonly meter: string;
  /** The service and the name that the price stands under. */
  readonly price: readonly [service: string, meter: string];
  readonly unitsPerMonth: number;
}

/** A size of container, by the name that an offer has for it. */
export interface ContainerSize {
  readonly name: string;
  readonly vcpu: number;
  readonly memoryMb: number;
  readonly architecture: Architecture;
  readonly parts: readonly ContainerPart[];
}

/** What one can ask of a container service, and where its prices stand. */
interface ContainerService {
  readonly sizes: readonly InstanceSize[];
  readonly architectures: readonly Architecture[];
  /** Units of a month that one vCPU or GB uses. */
  readonly unitsPerMonth: number;
  /** The service that its prices stand under, and their names. */
  readonly pricedAs: string;
  readonly priceOf: (part: "vcpu" | "memory", architecture: Architecture) => string;
}

/** Containers that are billed by their size like a machine, by the second and at no less than a minute. */
const CONTAINER_SERVICES: { readonly [service in MachineServiceId]?: ContainerService } = {
  aws_fargate: {
    sizes: FARGATE_SIZES,
    architectures: ["x86_64", "arm64"],
    unitsPerMonth: HOURS_PER_MONTH,
    pricedAs: "aws_fargate",
    priceOf: (part, architecture) => `${part}.${architecture}`,
  },
  gcp_cloudrun_instances: {
    sizes: CLOUD_RUN_WHOLE_CPU_SIZES,
    architectures: ["x86_64"],
    unitsPerMonth: SECONDS_PER_MONTH,
    pricedAs: "gcp_cloudrun",
    priceOf: (part) => `instance_${part}`,
  },
  // https://cloud.google.com/run/docs/deploy-worker-pools
  gcp_cloudrun_worker_pools: {
    sizes: CLOUD_RUN_WHOLE_CPU_SIZES,
    architectures: ["x86_64"],
    unitsPerMonth: SECONDS_PER_MONTH,
    pricedAs: "gcp_cloudrun",
    priceOf: (part) => `worker_pool_${part}`,
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
  const sold = CONTAINER_SERVICES[service];
  if (sold === undefined && !isCloudflare(service)) return null;
  const size = sold === undefined ? namedType(name) : namedSize(sold, name);
  if (size === null) {
    throw new PricingError("unknown_machine_type", ["instanceType"], {
      instanceType: name,
      region: card.region,
      nearest: namesNear(service, name),
    });
  }
  const { vcpu, memoryMb, architecture, parts } = size;
  const charges = parts.map(({ meter, price, unitsPerMonth }): MachineCharge => ({
    meter,
    usage: { perMachine: unitsPerMonth },
    price: card.price(...price),
  }));
  return {
    name,
    vcpu,
    memoryMb,
    architecture,
    baseline: 1,
    sustainedUse: 1,
    charges: { on_demand: charges },
  };
}

/** Every size of a service whose memory is a whole number of its steps, or of GB where it has none. */
export function containerSizes(service: MachineServiceId): ContainerSize[] {
  if (isCloudflare(service)) return cloudflareTypes().map(cloudflareSize);
  const sold = CONTAINER_SERVICES[service];
  if (sold === undefined) return [];
  return sold.sizes.flatMap((size) =>
    steppedMemories(size).flatMap((memoryMb) =>
      sold.architectures.map((architecture) => sizeIn(sold, size.vcpu[0], memoryMb, architecture)),
    ),
  );
}

/** The sizes that are least larger or smaller, vCPUs and memory together; of no size at all, the smallest. */
function namesNear(service: MachineServiceId, name: string): string[] {
  const [, vcpu, memoryGb] = SIZE.exec(name) ?? [];
  const away = (size: ContainerSize) =>
    timesApart(size.vcpu, Number(vcpu)) * timesApart(size.memoryMb / MB_PER_GB, Number(memoryGb));
  return containerSizes(service)
    .toSorted((a, b) => away(a) - away(b))
    .slice(0, NAMES_LISTED)
    .map((size) => size.name);
}

function timesApart(one: number, other: number): number {
  return Math.max(one / other, other / one);
}

/** Names that a sentence holds. */
const NAMES_LISTED = 5;

function namedSize(sold: ContainerService, name: string): ContainerSize | null {
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
  return isSold ? sizeIn(sold, vcpu, memoryMb, architecture) : null;
}

function sizeIn(
  { unitsPerMonth, pricedAs, priceOf }: ContainerService,
  vcpu: number,
  memoryMb: number,
  architecture: Architecture,
): ContainerSize {
  const memoryGb = memoryMb / MB_PER_GB;
  const part = (meter: "vcpu" | "memory", amount: number): ContainerPart => ({
    meter,
    price: [pricedAs, priceOf(meter, architecture)],
    unitsPerMonth: amount * unitsPerMonth,
  });
  const name = `${vcpu}_${memoryGb}${architecture === "arm64" ? "_arm64" : ""}`;
  return {
    name,
    vcpu,
    memoryMb,
    architecture,
    parts: [part("vcpu", vcpu), part("memory", memoryGb)],
  };
}

function isCloudflare(service: MachineServiceId): boolean {
  return service === "cloudflare_container_instances";
}

function namedType(name: string): ContainerSize | null {
  const [, vcpu, memoryGb, isArm] = SIZE.exec(name) ?? [];
  const type =
    vcpu === undefined || isArm !== undefined
      ? CLOUDFLARE_TYPES.find((known) => known.name === name)
      : customContainer(Number(vcpu), Number(memoryGb) * MB_PER_GB);
  return type ? cloudflareSize(type) : null;
}

/**
 * An instance that runs all month: its memory and disk; its CPU is billed by use.
 * https://developers.cloudflare.com/containers/pricing/
 */
function cloudflareSize({ name, vcpu, memoryMb, diskGb }: ContainerType): ContainerSize {
  const part = (meter: string, amount: number): ContainerPart => ({
    meter,
    price: ["cloudflare_containers", meter],
    unitsPerMonth: amount * SECONDS_PER_MONTH,
  });
  const parts = [part("memory", memoryMb / MB_PER_GB), part("disk", diskGb)];
  return { name, vcpu, memoryMb, architecture: "x86_64", parts };
}
