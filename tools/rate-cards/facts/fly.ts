import type { OriginFile, RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { machineTypes } from "../machine-rows.ts";
import { NAMING } from "../naming.ts";
import { card, price, repositorySource, type RepositoryFact } from "./card-parts.ts";

export interface FlyFacts {
  readonly flyMachines: {
    readonly sharedCpu1x: Readonly<Record<string, { readonly usdPerMonth: number }>>;
    readonly extraRamGbPer30Days: number;
    readonly stoppedRootfsGbMonth: number;
    readonly volumeGbMonth: number;
    readonly dedicatedIpv4Month: number;
    readonly egressPerGb: {
      readonly northAmerica_europe: number;
      readonly asiaPacific_oceania_southAmerica: number;
      readonly africa_india: number;
    };
    readonly source: readonly RepositoryFact[];
  };
}

const MACHINES: OriginFile = {
  source: "machines",
  confidence: "medium",
  note: "Of the cheapest regions; others cost more by a factor.",
};
const LISTED: OriginFile = { source: "machines", confidence: "medium" };

/** The rate card of Fly Machines, one for the whole world. */
export function flyCard(region: string, { flyMachines: facts }: FlyFacts): RateCardFile {
  const [source] = facts.source;
  if (source === undefined) throw new Error("the facts lack the source of Fly's prices");
  const { egressPerGb } = facts;
  return card(
    {
      provider: "fly",
      region,
      currency: "USD",
      services: {
        fly_machines: {
          extra_memory: price("GB-month", facts.extraRamGbPer30Days, LISTED),
          volume: price("GB-month", facts.volumeGbMonth, LISTED),
          stopped_root_disk: price("GB-month", facts.stoppedRootfsGbMonth, LISTED),
          public_ipv4: price("month", facts.dedicatedIpv4Month, LISTED),
          "egress.asia_oceania_south_america": price(
            "GB",
            egressPerGb.asiaPacific_oceania_southAmerica,
            LISTED,
          ),
          "egress.africa_india": price("GB", egressPerGb.africa_india, LISTED),
        },
      },
      egress: price("GB", egressPerGb.northAmerica_europe, {
        ...LISTED,
        note: "From North America and Europe.",
      }),
      machine_types: machineTypes(
        Object.entries(facts.sharedCpu1x).map(([memoryMb, { usdPerMonth }]) => ({
          name: `shared-cpu-1x-${memoryMb}`,
          vcpu: 1,
          memoryMb: Number(memoryMb),
          baseline: SHARED_BASELINE,
          prices: { on_demand: { unitPrice: usdPerMonth, from: MACHINES } },
        })),
        "month",
        NAMING.fly,
      ),
    },
    { machines: repositorySource("Fly Machines pricing", source) },
  );
}

/** Part of a core that a shared one may use all month. https://fly.io/docs/machines/cpu-performance/ */
const SHARED_BASELINE = 1 / 16;
