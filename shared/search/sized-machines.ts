import type { FlexibleShape, RateCard } from "../catalog/card.ts";
import type { CardKey } from "../catalog/catalog.ts";
import { containerSizes, type ContainerSize } from "../catalog/container-machines.ts";
import { MACHINE_SERVICES, type MachineServiceId } from "../catalog/providers.ts";
import type { Purchase } from "../catalog/purchase.ts";
import { chargeFor, type Price } from "../engine/price.ts";
import { inTerms } from "../pricing-terms.ts";
import { HOURS_PER_MONTH, MB_PER_GB } from "../units.ts";
import type { Candidates, MachineRow } from "./candidates.ts";
import { costAround } from "./cost-around.ts";
import { BELOW, NONE, type FleetNeed } from "./fleet-need.ts";
import { flexibleSizes, type FlexibleSize } from "./flexible-sizes.ts";
import { allows, type SearchQuestion } from "./question.ts";
import { TABLE_SERVICES } from "./table-machines.ts";

/**
 * Services of containers that run all month. Cloud Run's worker pools are not among them: they take no
 * requests, but fetch their work.
 */
const CONTAINER_SERVICES: readonly MachineServiceId[] = [
  "aws_fargate",
  "gcp_cloudrun_instances",
  "cloudflare_container_instances",
];

/** A size of container, and how many of it carry the load on average; `NONE` if it cannot. */
interface CountedContainer extends ContainerSize {
  readonly machines: number;
}

/** Looks at every size that a card sells. */
export type LookAtSizes = (key: CardKey, card: RateCard) => void;

/** Goes through machines whose size the buyer chooses: flexible shapes, and containers all month. */
export function sizedMachinesFor(
  question: SearchQuestion,
  need: FleetNeed,
  found: Candidates,
): LookAtSizes {
  const { filters, terms } = question;
  const { leastVcpu, leastMemoryMb, minimumMachines, mostMachines, architectures } = filters;
  const sizes = new Map<string, readonly FlexibleSize[]>();
  const containers = new Map<MachineServiceId, readonly CountedContainer[]>();
  /** Of every size that was looked at, the last row. */
  const lastRows = new Map<string, MachineRow>();

  const costOf = (price: Price, quantity: number): number =>
    chargeFor(inTerms(price, terms.includeFreeTier, terms), quantity);

  const add = (key: CardKey, service: MachineServiceId, name: string, cost: number): void => {
    const { best } = found;
    const known = `${service}/${name}`;
    const last = lastRows.get(known);
    if (last !== undefined && found.isSameElsewhere(last, key, cost)) {
      last.alsoIn.push(key.region);
      return;
    }
    const bought: Purchase = "on_demand";
    const row = { atLeast: cost, key, alsoIn: [], service, name, purchase: bought };
    lastRows.set(known, row);
    if (cost < best.worst) best.add(row);
    else best.leaveOut(cost);
  };

  /** The sizes of a shape that can be the cheapest: the same wherever it is sold. */
  const sizesOf = (name: string, shape: FlexibleShape): readonly FlexibleSize[] => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const [leastOcpu, mostOcpu] = shape.ocpu;
    const [leastGb, mostGb] = shape.memoryGb;
    const allowed: FlexibleShape = {
      ...shape,
      ocpu: [Math.max(leastOcpu, leastVcpu / shape.vcpuPerOcpu), mostOcpu],
      memoryGb: [Math.max(leastGb, leastMemoryMb / MB_PER_GB), mostGb],
    };
    const here = flexibleSizes(allowed, {
      demand: need.demand,
      peakRequestsPerSecond: need.peak,
      minimumMachines,
      mostMachines,
      isAutoscaled: need.meanOfPeak !== 1,
    });
    sizes.set(name, here);
    return here;
  };

  /** What a fleet of that size costs at least, but for what is charged around it. */
  const flexibleCost = (shape: FlexibleShape, size: FlexibleSize): number => {
    const { ocpu, memoryGb, machines, wanted } = size;
    const hours = need.onAverage(machines, wanted * BELOW) * HOURS_PER_MONTH;
    const cores = costOf(shape.ocpuHours, hours * ocpu);
    return (cores + costOf(shape.memoryGbHours, hours * memoryGb)) * BELOW;
  };

  const lookAtFlexible = (key: CardKey, card: RateCard): void => {
    const service = TABLE_SERVICES[key.provider];
    if (service === undefined || card.flexibleShapes.length === 0) return;
    const around = costAround(question, card, service);
    for (const name of card.flexibleShapes) {
      const shape = card.flexibleShape(name);
      if (shape === undefined || !allows(architectures, shape.architecture)) continue;
      for (const size of sizesOf(name, shape)) {
        found.considered += 1;
        if (around === null) continue;
        found.carrying += 1;
        const sized = `${name}_${size.ocpu}_${size.memoryGb}`;
        add(key, service, sized, flexibleCost(shape, size) + around);
      }
    }
  };

  /** The sizes of a service that the filters leave, and how many of each the workload needs. */
  const containersOf = (service: MachineServiceId): readonly CountedContainer[] => {
    const known = containers.get(service);
    if (known !== undefined) return known;
    const counted = containerSizes(service)
      .filter(
        ({ architecture, vcpu, memoryMb }) =>
          allows(architectures, architecture) && vcpu >= leastVcpu && memoryMb >= leastMemoryMb,
      )
      .map((size) => ({
        ...size,
        machines: need.machinesOf(size.vcpu, size.memoryMb, mostMachines),
      }));
    containers.set(service, counted);
    return counted;
  };

  const lookAtContainers = (key: CardKey, service: MachineServiceId, card: RateCard): void => {
    const around = costAround(question, card, service);
    for (const { name, parts, machines } of containersOf(service)) {
      // Not every region has the service, and not all that do have Arm.
      if (!parts.every(({ price: [of, meter] }) => card.meterNames(of).includes(meter))) continue;
      found.considered += 1;
      if (machines === NONE || around === null) continue;
      found.carrying += 1;
      let alone = 0;
      for (const { price, unitsPerMonth } of parts) {
        alone += costOf(card.price(...price), machines * unitsPerMonth);
      }
      add(key, service, name, alone * BELOW + around);
    }
  };

  return (key, card) => {
    if (!allows(filters.purchases ?? ["on_demand"], "on_demand")) return;
    lookAtFlexible(key, card);
    for (const service of CONTAINER_SERVICES) {
      if (MACHINE_SERVICES[service] === key.provider) lookAtContainers(key, service, card);
    }
  };
}
