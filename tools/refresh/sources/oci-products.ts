import * as z from "zod/mini";
import type { ObservedFlexibleType, ObservedPrice } from "../observation.ts";
import { withBar } from "../with-bar.ts";
import { graduated } from "./graduated.ts";
import parts from "./oci-parts.json" with { type: "json" };
import { OFFICIAL_ADDRESSES, type ReadSource } from "./source.ts";
import { byPowerOfTen, check, dayIn, SourceFormatError } from "./source-format.ts";

/**
 * Oracle's price list, one for all regions. Only outbound data differs by part of the world.
 * https://docs.oracle.com/iaas/Content/Billing/Tasks/signingup_topic-Estimating_Costs.htm
 */
const PATH = "/pls/apex/cetools/api/v1/products/?currencyCode=USD";
const SOURCE = "Oracle price list";

const Item = z.object({
  partNumber: z.string(),
  metricName: z.string(),
  currencyCodeLocalizations: z.array(
    z.object({
      currencyCode: z.string(),
      prices: z.array(
        z.object({
          model: z.string(),
          value: z.number(),
          rangeMin: z.optional(z.nullable(z.number())),
          rangeMax: z.optional(z.nullable(z.number())),
        }),
      ),
    }),
  ),
});
const List = z.object({ lastUpdated: z.optional(z.string()), items: z.array(Item) });
type OciItem = z.infer<typeof Item>;

/** Upper bounds from here on stand for none. */
const UNBOUNDED = 999_999_999;

/** Metrics that are listed by powers of ten of the card's unit. */
const POWERS: Readonly<Record<string, number>> = {
  "10,000 GB Memory-Seconds": 4,
  "1MIL Function Invocations": 6,
};

/** Flexible shapes, functions and egress of the OCI regions that have a card, in US dollars. */
export const readOci: ReadSource = async ({ cards, downloads, addresses, today, progress }) => {
  const body = await withBar(progress, "Oracle price list", 1, async (advance) => {
    const answer = await downloads.json("oci-products.json", addresses.oci + PATH);
    advance(1);
    return answer;
  });
  const list = check(List, body, SOURCE);
  const byPart = new Map(list.items.map((item) => [item.partNumber, item]));
  const price = (part: string, unit: string): ObservedPrice | null => {
    const item = byPart.get(part);
    return item === undefined ? null : priceOf(item, unit);
  };
  const flexibleTypes = Object.fromEntries(
    Object.entries(parts.shapes).map(([shape, { ocpu, memory }]) => [
      shape,
      flexibleType(price(ocpu, "OCPU-hour"), price(memory, "GB-hour")),
    ]),
  );
  const free = Object.entries(parts.free_machines).filter(([, part]) => byPart.has(part));
  const date =
    list.lastUpdated === undefined ? today : dayIn(list.lastUpdated, SOURCE, "lastUpdated");
  const observations = cards.map(({ region }) => ({
    provider: "oci" as const,
    region,
    sourceId: "products",
    source: {
      title: "Oracle price list (cetools), US dollars",
      url: OFFICIAL_ADDRESSES.oci + PATH,
      date,
    },
    machines: {
      complete: ["on_demand" as const],
      types: free.map(([name]) => ({ name, prices: { on_demand: 0 } })),
      covers: (name: string) => name in parts.free_machines,
      note: "Always free, two instances for each tenancy; not sold otherwise.",
    },
    flexibleTypes,
    services: {
      oci_functions: {
        requests: price(parts.functions.requests, "request"),
        compute: price(parts.functions.compute, "GB-second"),
      },
    },
    egress: price(parts.egress[originOf(region)], "GB"),
  }));
  return { observations, goneRegions: [] };
};

function flexibleType(
  ocpu: ObservedPrice | null,
  memory: ObservedPrice | null,
): ObservedFlexibleType | null {
  return ocpu === null || memory === null ? null : { ocpu_hours: ocpu, memory_gb_hours: memory };
}

function originOf(region: string): keyof typeof parts.egress {
  if (/^(?:ap|sa)-/u.test(region)) return "asia_pacific_south_america";
  if (/^(?:me|af|il)-/u.test(region)) return "middle_east_africa";
  return "north_america_europe";
}

function priceOf(
  { partNumber, metricName, currencyCodeLocalizations }: OciItem,
  unit: string,
): ObservedPrice {
  const listed = currencyCodeLocalizations
    .find(({ currencyCode }) => currencyCode === "USD")
    ?.prices.filter(({ model }) => model === "PAY_AS_YOU_GO");
  if (listed === undefined || listed.length === 0) {
    throw new SourceFormatError(SOURCE, partNumber, "a PAY_AS_YOU_GO price in USD");
  }
  const power = POWERS[metricName] ?? 0;
  const steps = listed.map(({ value, rangeMin, rangeMax }) => ({
    from: byPowerOfTen(rangeMin ?? 0, power),
    to:
      rangeMax === undefined || rangeMax === null || rangeMax >= UNBOUNDED
        ? null
        : byPowerOfTen(rangeMax, power),
    unitPrice: byPowerOfTen(value, -power),
  }));
  const { free = 0, tiers } = graduated(steps, SOURCE, partNumber);
  return { unit, free, tiers };
}
