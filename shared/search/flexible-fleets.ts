import type { FlexibleShape, RateCard } from "../catalog/card.ts";
import { HOURS_PER_MONTH, MB_PER_GB } from "../units.ts";
import { BELOW, type FleetNeed } from "./fleet-need.ts";
import { flexibleSizes } from "./flexible-sizes.ts";
import { allows, type SearchQuestion } from "./question.ts";
import { byFirstUnits, type SizedFleet, type SizesAlike } from "./sized-fleets.ts";
import { TABLE_SERVICES } from "./table-machines.ts";

/** The sizes of flexible shapes that can be the cheapest and carry the load, by the card they are sold from. */
export function flexibleFleetsFor(
  { filters, terms }: SearchQuestion,
  need: FleetNeed,
): (card: RateCard) => readonly SizesAlike[] {
  const { leastVcpu, leastMemoryMb, minimumMachines, mostMachines, architectures } = filters;
  const known = new Map<string, readonly SizedFleet[]>();

  /** The same wherever the shape is sold. */
  const fleetsOf = (name: string, shape: FlexibleShape): readonly SizedFleet[] => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const [leastOcpu, mostOcpu] = shape.ocpu;
    const [leastGb, mostGb] = shape.memoryGb;
    const allowed: FlexibleShape = {
      ...shape,
      ocpu: [Math.max(leastOcpu, leastVcpu / shape.vcpuPerOcpu), mostOcpu],
      memoryGb: [Math.max(leastGb, leastMemoryMb / MB_PER_GB), mostGb],
    };
    const sizes = flexibleSizes(allowed, {
      demand: need.demand,
      peakRequestsPerSecond: need.peak,
      minimumMachines,
      mostMachines,
      countsMachines: need.meanOfPeak !== 1 || terms.sideCosts !== undefined,
    });
    const here = byFirstUnits(
      sizes.map(({ ocpu, memoryGb, machines, wanted }) => {
        const hours = need.onAverage(machines, wanted * BELOW) * HOURS_PER_MONTH;
        return { name: `${name}_${ocpu}_${memoryGb}`, units: [hours * ocpu, hours * memoryGb] };
      }),
    );
    known.set(name, here);
    return here;
  };

  return (card) => {
    const service = TABLE_SERVICES[card.provider];
    if (service === undefined) return [];
    return card.flexibleShapes.flatMap((name): SizesAlike[] => {
      const shape = card.flexibleShape(name);
      if (shape === undefined || !allows(architectures, shape.architecture)) return [];
      const carrying = fleetsOf(name, shape);
      const prices = [shape.ocpuHours, shape.memoryGbHours];
      return [{ service, prices, sizes: carrying.length, carrying }];
    });
  };
}
