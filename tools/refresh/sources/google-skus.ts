import * as z from "zod/mini";
import type { Purchase } from "../../../shared/catalog/purchase.ts";
import { withBar } from "../with-bar.ts";
import type { SourceContext } from "./source.ts";
import { check, SourceFormatError } from "./source-format.ts";

/**
 * The Google Cloud Billing Catalog: what a vCPU and a GiB of each series of machines cost an hour.
 * https://cloud.google.com/billing/docs/reference/rest/v1/services.skus/list
 */
export const GOOGLE_SKUS_PATH = "/v1/services/6F81-5844-456A/skus";
const SOURCE = "Google Cloud Billing Catalog, Compute Engine";

const Sku = z.object({
  skuId: z.string(),
  description: z.string(),
  category: z.object({ usageType: z.string() }),
  serviceRegions: z.array(z.string()),
  pricingInfo: z.array(
    z.object({
      pricingExpression: z.object({
        usageUnit: z.string(),
        tieredRates: z.array(
          z.object({
            startUsageAmount: z.number(),
            unitPrice: z.object({
              currencyCode: z.string(),
              units: z.optional(z.string()),
              nanos: z.optional(z.number()),
            }),
          }),
        ),
      }),
    }),
  ),
});
const Page = z.object({ skus: z.array(Sku), nextPageToken: z.optional(z.string()) });

/** What is sold by the hour: a vCPU or a GiB of memory of a series. */
export type Resource = "core" | "memory";

/** The price of an hour of a vCPU or GiB, in US dollars. */
export interface ResourceRate {
  readonly series: string;
  readonly resource: Resource;
  readonly purchase: Purchase;
  readonly regions: readonly string[];
  readonly usdPerHour: number;
}

/** Series whose descriptions name them in another way. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = {
  "compute optimized": "c2",
  "memory-optimized": "m1",
  "n1 predefined": "n1",
};
const SERIES = String.raw`(Compute optimized|Memory-optimized|N1 Predefined|[A-Z]\d+[A-Z]?)`;
/** Words that follow a series' name and say nothing of the price. */
const KIND = String.raw`(?: (?:AMD|Arm|Memory-optimized))?`;
const HOURLY = new RegExp(
  `^(?:(?:Spot )?Preemptible )?${SERIES}${KIND}(?: Instance)? (Core|Ram) (?:running )?in `,
  "iu",
);
/** Commitments of N1, the first series, name none. */
const COMMITTED = new RegExp(
  `^Commitment(?: v1)?: (?:${SERIES}${KIND} )?(Core|Cpu|Ram) (?:running )?in .+ for [13] Years?$`,
  "iu",
);
const PURCHASES: Readonly<Record<string, { purchase: Purchase; description: RegExp }>> = {
  OnDemand: { purchase: "on_demand", description: HOURLY },
  Preemptible: { purchase: "spot", description: HOURLY },
  Commit1Yr: { purchase: "commitment_1y", description: COMMITTED },
  Commit3Yr: { purchase: "commitment_3y", description: COMMITTED },
};
const USAGE_UNITS: Readonly<Record<Resource, string>> = { core: "h", memory: "GiBy.h" };
const NANOS = 1e9;
const PAGE_SIZE = 5000;

/** The rates of all series in all regions. */
export async function readResourceRates({
  downloads,
  addresses,
  googleKey = "",
  progress,
}: SourceContext): Promise<ResourceRate[]> {
  const rates: ResourceRate[] = [];
  const tokens = new Set<string>();
  await withBar(progress, "Google Cloud Billing Catalog, pages", null, async (advance) => {
    let token: string | undefined = "";
    while (token !== undefined) {
      tokens.add(token);
      const query = new URLSearchParams({ pageSize: String(PAGE_SIZE), pageToken: token });
      const url = `${addresses.google}${GOOGLE_SKUS_PATH}?${query.toString()}`;
      const headers = { "X-Goog-Api-Key": googleKey };
      const body = await downloads.json(`google-skus-${tokens.size}.json`, url, { headers });
      const page: z.infer<typeof Page> = check(Page, body, SOURCE);
      rates.push(...page.skus.flatMap(rateOf));
      advance(1);
      const { nextPageToken: next = "" } = page;
      if (next !== "" && tokens.has(next)) {
        throw new SourceFormatError(SOURCE, "nextPageToken", "another page");
      }
      token = next === "" ? undefined : next;
    }
  });
  return rates;
}

function rateOf(sku: z.infer<typeof Sku>): ResourceRate[] {
  const kind = PURCHASES[sku.category.usageType];
  const match = kind?.description.exec(sku.description);
  if (kind === undefined || match === undefined || match === null) return [];
  const [, named = "n1 predefined", part = ""] = match;
  const name = named.toLowerCase();
  const resource: Resource = part.toLowerCase() === "ram" ? "memory" : "core";
  const expression = sku.pricingInfo.at(-1)?.pricingExpression;
  const [rate, ...others] = expression?.tieredRates ?? [];
  const path = `skus.${sku.skuId}.pricingInfo`;
  if (expression === undefined || rate === undefined || others.length > 0) {
    throw new SourceFormatError(SOURCE, path, "one rate");
  }
  if (expression.usageUnit !== USAGE_UNITS[resource] || rate.unitPrice.currencyCode !== "USD") {
    throw new SourceFormatError(SOURCE, path, `US dollars for ${USAGE_UNITS[resource]}`);
  }
  const { units = "0", nanos = 0 } = rate.unitPrice;
  const usdPerHour = (Number(units) * NANOS + nanos) / NANOS;
  if (!(usdPerHour > 0)) throw new SourceFormatError(SOURCE, path, "a price above 0");
  return [
    {
      series: NAMED_OTHERWISE[name] ?? name,
      resource,
      purchase: kind.purchase,
      regions: sku.serviceRegions,
      usdPerHour,
    },
  ];
}
