import { MachineTable } from "../../../shared/catalog/machine-table.ts";
import { PROVIDERS } from "../../../shared/catalog/providers.ts";
import type {
  MachineTypesFile,
  OriginFile,
  PriceFile,
  RateCardFile,
} from "../../../shared/catalog/rate-card.ts";
import { nearestNames } from "../../../shared/nearest-names.ts";
import { CatalogRegionRequest } from "../../../shared/schema/catalog.ts";
import { HttpProblem } from "../../http/problem.ts";
import { success } from "../../http/respond.ts";
import { CATALOG_KEEP_SECONDS, defineRoute } from "../../http/route.ts";

/** Every price of a provider in one region, with its source, date and confidence. */
export const catalogRegion = defineRoute({
  method: "GET",
  path: "/api/v1/catalog/:provider/:region",
  input: CatalogRegionRequest,
  keepSeconds: CATALOG_KEEP_SECONDS,
  handle: async ({ provider: asked, region }, context) => {
    const { index } = await context.catalog.open();
    const provider = PROVIDERS.find((name) => name === asked);
    if (provider === undefined) throw nothingCalled("provider", asked, PROVIDERS);
    if (!index.has(provider, region)) {
      throw nothingCalled(`region of ${provider}`, region, index.regionsOf(provider));
    }
    return success(toAnswer(await context.readCard({ provider, region })));
  },
});

function nothingCalled(what: string, name: string, known: readonly string[]): HttpProblem {
  const nearest = nearestNames(known, name).join(", ");
  return new HttpProblem(
    "not-found",
    `there is no ${what} "${name}"; the nearest names are ${nearest}`,
  );
}

/** What is `undefined` here does not stand in the JSON. */
function toAnswer(file: RateCardFile) {
  const flexible = Object.entries(file.flexible_types ?? {}).map(([shape, type]) => {
    const { ocpu_hours: ocpu, memory_gb_hours: memory, ...rest } = type;
    return [
      shape,
      { ...rest, ocpu_hours: toPrice(ocpu), memory_gb_hours: toPrice(memory) },
    ] as const;
  });
  return {
    provider: file.provider,
    region: file.region,
    currency: file.currency,
    as_of: file.as_of,
    sources: file.sources,
    services: mapValues(file.services, (meters) => mapValues(meters, toPrice)),
    egress: file.egress === undefined ? null : toPrice(file.egress),
    per: file.machine_types?.per ?? null,
    machine_types: file.machine_types === undefined ? [] : toMachines(file.machine_types),
    flexible_types: Object.fromEntries(flexible),
  };
}

function mapValues<In, Out>(
  record: Readonly<Record<string, In>>,
  change: (value: In) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function toPrice({ unit, free = 0, tiers, ...origin }: PriceFile) {
  return {
    unit,
    free,
    tiers: tiers.map(([up_to, unit_price]) => ({ up_to, unit_price })),
    ...toOrigin(origin),
  };
}

function toOrigin({ source, confidence, note }: OriginFile) {
  return { source, confidence, note };
}

function toMachines(file: MachineTypesFile) {
  const table = new MachineTable(file);
  return table.names.map((name, row) => {
    const { vcpu, memoryMb, arm64, baseline, storageGb, soldAtMost, sustainedUse, usageCaps } =
      table.specs(row);
    const prices = table.purchases.flatMap((purchase) => {
      const unitPrice = table.unitPrice(row, purchase);
      if (unitPrice === null) return [];
      const origin = toOrigin(table.origin(row, purchase));
      return [[purchase, { unit_price: unitPrice, ...origin }] as const];
    });
    return {
      instance_type: name,
      vcpu,
      memory_mb: memoryMb,
      architecture: arm64 ? "arm64" : "x86_64",
      baseline: baseline === 1 ? undefined : baseline,
      storage_gb: storageGb,
      sold_at_most: soldAtMost,
      sustained_use: sustainedUse === 1 ? undefined : sustainedUse,
      usage_caps: usageCaps && {
        hours_per_day: usageCaps.hoursPerDay,
        days_per_month: usageCaps.daysPerMonth,
      },
      prices: Object.fromEntries(prices),
    };
  });
}
