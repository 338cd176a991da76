import type { RateCard } from "../catalog/card.ts";
import { containerSizes, type ContainerSize } from "../catalog/container-machines.ts";
import { MACHINE_SERVICES, type MachineServiceId } from "../catalog/providers.ts";
import { NONE, type FleetNeed } from "./fleet-need.ts";
import { allows, type SearchQuestion } from "./question.ts";
import { byFirstUnits, type SizedFleet, type SizesAlike } from "./sized-fleets.ts";

/**
 * Services of containers that run all month. Cloud Run's worker pools are not among them: they take no
 * requests, but fetch their work.
 */
const CONTAINER_SERVICES: readonly MachineServiceId[] = [
  "aws_fargate",
  "gcp_cloudrun_instances",
  "cloudflare_container_instances",
];

/** Containers of one service and architecture, wherever they are sold. */
interface Containers extends Omit<SizesAlike, "prices"> {
  readonly places: ContainerSize["parts"];
}

/** The sizes of containers that run all month and carry the load, by the card they are sold from. */
export function containerFleetsFor(
  { filters }: SearchQuestion,
  need: FleetNeed,
): (card: RateCard) => readonly SizesAlike[] {
  const { leastVcpu, leastMemoryMb, mostMachines, architectures } = filters;

  const all = CONTAINER_SERVICES.flatMap((service) => {
    const allowed = containerSizes(service).filter(
      ({ architecture, vcpu, memoryMb }) =>
        allows(architectures, architecture) && vcpu >= leastVcpu && memoryMb >= leastMemoryMb,
    );
    const groups = Map.groupBy(allowed, ({ architecture }) => architecture);
    return Array.from(groups.values(), (sizes): Containers => {
      const carrying = sizes.flatMap(({ name, vcpu, memoryMb, parts }): SizedFleet[] => {
        const machines = need.machinesOf(vcpu, memoryMb, mostMachines);
        const units = parts.map(({ unitsPerMonth }) => unitsPerMonth * machines);
        return machines === NONE ? [] : [{ name, units }];
      });
      const places = sizes[0]?.parts ?? [];
      return { service, places, sizes: sizes.length, carrying: byFirstUnits(carrying) };
    });
  });

  return (card) =>
    all.flatMap(({ places, ...fleets }): SizesAlike[] => {
      if (MACHINE_SERVICES[fleets.service] !== card.provider) return [];
      // Not every region has the service, and not all that do have Arm.
      const isSold = places.every(({ price: [of, meter] }) => card.meterNames(of).includes(meter));
      return isSold ? [{ ...fleets, prices: places.map(({ price }) => card.price(...price)) }] : [];
    });
}
