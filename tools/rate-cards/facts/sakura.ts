import type { RateCardFile, SourceFile } from "../../../shared/catalog/rate-card.ts";
import { MB_PER_GB } from "../../../shared/units.ts";
import { card, machineTypes } from "./card-parts.ts";

export interface SakuraFacts {
  readonly unverifiedLegacyPlans: {
    readonly plans: Readonly<
      Record<
        string,
        {
          readonly vcpu: number;
          readonly memoryGB: number;
          readonly ssdGB: number;
          readonly monthly: number;
        }
      >
    >;
  };
}

export interface SakuraEgressFacts {
  readonly perGb: number;
}

/** The rate card of a Sakura Cloud zone group: yen, tax included, the monthly cap of each plan. */
export function sakuraCard(
  region: string,
  facts: SakuraFacts,
  egress: SakuraEgressFacts,
): RateCardFile {
  const plans = Object.entries(facts.unverifiedLegacyPlans.plans);
  return card(
    {
      provider: "sakura",
      region,
      currency: "JPY",
      services: {},
      egress: {
        unit: "GB",
        tiers: [[null, egress.perGb]],
        source: "egress",
        confidence: "medium",
        note: "No charge for data transfer on the shared segment of 100 Mbps.",
      },
      machine_types: machineTypes(
        plans.map(([name, plan]) => ({
          name,
          vcpu: plan.vcpu,
          memoryMb: plan.memoryGB * MB_PER_GB,
          storageGb: plan.ssdGB,
          price: plan.monthly,
        })),
        "month",
        {
          source: "plans",
          confidence: "low",
          note: "Unverified: not found in the official price table. Whether the disk is included is stated nowhere, and the smallest plan on sale, without disk, was recorded at 2,179 yen a month on 2026-06-13. Yen with 10 % tax.",
        },
      ),
    },
    SOURCES,
  );
}

const SOURCES: Record<string, SourceFile> = {
  plans: {
    title: "Sakura Cloud plans of the earlier simulator cost-sim-vm-lambda",
    url: "https://github.com/armaniacs/cost-sim-vm-lambda/blob/99a5a28d2f946916f0b518060f4f11e9a1392c53/app/pricing_config/sakura_pricing.json",
    date: "2024-01-01",
  },
  egress: {
    title: "Sakura Cloud: no charge for data transfer, as reported by MOONGIFT",
    url: "https://cloud.sakura.ad.jp/",
    date: "2024-07-01",
  },
};
