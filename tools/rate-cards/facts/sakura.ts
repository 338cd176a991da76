import type { OriginFile, RateCardFile, SourceFile } from "../../../shared/catalog/rate-card.ts";
import { MB_PER_GB } from "../../../shared/units.ts";
import { machineTypes, type MachineRow } from "../machine-rows.ts";
import { NAMING } from "../naming.ts";
import { card } from "./card-parts.ts";

interface RecordedPlan {
  readonly ServiceClassPath: string;
  readonly Hourly: number;
  readonly Daily: number;
  readonly Monthly: number;
}

export interface SakuraFacts {
  readonly recorded: readonly RecordedPlan[];
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
        [...plans.map(legacyPlan), ...facts.recorded.map(recordedPlan)],
        "month",
        NAMING.sakura,
      ),
    },
    SOURCES,
  );
}

type LegacyPlan = SakuraFacts["unverifiedLegacyPlans"]["plans"][string];

const UNVERIFIED: OriginFile = {
  source: "plans",
  confidence: "low",
  note: "Unverified: not found in the official price table. Whether the disk is included is stated nowhere, and the smallest plan on sale, without disk, was recorded at 2,179 yen a month on 2026-06-13. Yen with 10 % tax.",
};

/**
 * A day costs ten hours, and a month about twenty days: what the collected billing rule says of plans
 * of which the price of a month alone is known.
 */
const CAPS_OF_LEGACY_PLANS = { hoursPerDay: 10, daysPerMonth: 20 };

function legacyPlan([name, plan]: [string, LegacyPlan]): MachineRow {
  return {
    name,
    vcpu: plan.vcpu,
    memoryMb: plan.memoryGB * MB_PER_GB,
    storageGb: plan.ssdGB,
    usageCaps: CAPS_OF_LEGACY_PLANS,
    prices: { on_demand: { unitPrice: plan.monthly, from: UNVERIFIED } },
  };
}

/** A plan of the public price API; the smallest is of one core and one GB. */
function recordedPlan(plan: RecordedPlan): MachineRow {
  const { ServiceClassPath: path, Hourly: hourly, Daily: daily, Monthly: monthly } = plan;
  return {
    name: path.replace(/^cloud\/plan\//u, "plan-"),
    vcpu: 1,
    memoryMb: MB_PER_GB,
    usageCaps: { hoursPerDay: daily / hourly, daysPerMonth: monthly / daily },
    prices: {
      on_demand: {
        unitPrice: monthly,
        from: {
          source: "price-api",
          confidence: "medium",
          note: "Server without disk, of an older generation; its size is that of the smallest plan. Yen with 10 % tax.",
        },
      },
    },
  };
}

const SOURCES: Record<string, SourceFile> = {
  plans: {
    title: "Sakura Cloud plans of the earlier simulator cost-sim-vm-lambda",
    url: "https://github.com/armaniacs/cost-sim-vm-lambda/blob/99a5a28d2f946916f0b518060f4f11e9a1392c53/app/pricing_config/sakura_pricing.json",
    date: "2024-01-01",
  },
  "price-api": {
    title: "Sakura Cloud public price API, as recorded in a test of a public repository",
    url: "https://secure.sakura.ad.jp/cloud/zone/is1a/api/cloud/1.1/public/price.json",
    date: "2026-06-13",
  },
  egress: {
    title: "Sakura Cloud: no charge for data transfer, as reported by MOONGIFT",
    url: "https://cloud.sakura.ad.jp/",
    date: "2024-07-01",
  },
};
