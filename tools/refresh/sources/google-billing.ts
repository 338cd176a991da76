import type { Purchase } from "../../../shared/catalog/purchase.ts";
import type { RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { rowsOf, type MachineRow } from "../../rate-cards/machine-rows.ts";
import type { GoneRegion, ObservedMachine, Observation } from "../observation.ts";
import { isFrom } from "../provenance.ts";
import { followsFromParts, nearestRates, priceByParts, seriesOf } from "./google-formula.ts";
import { GOOGLE_SKUS_PATH, readResourceRates, type ResourceRate } from "./google-skus.ts";
import { OFFICIAL_ADDRESSES, type ReadSource } from "./source.ts";

const SOURCE_ID = "billing-catalog";
const PURCHASES = ["on_demand", "commitment_1y", "commitment_3y", "spot"] as const;

/**
 * Compute Engine machines of the regions that have a card, US dollars an hour. The list names no
 * machine types: the card's own types get the price of their vCPUs and memory, in the series whose
 * present prices are such sums. Types that the card lacks are not found here.
 */
export const readGoogle: ReadSource = async (context) => {
  if (context.googleKey === undefined || context.googleKey === "") {
    throw new Error(
      "Google's price list needs a key: set GOOGLE_BILLING_API_KEY to an API key of a project that has the Cloud Billing API",
    );
  }
  const rates = await readResourceRates(context);
  const observations: Observation[] = [];
  const goneRegions: GoneRegion[] = [];
  for (const card of context.cards) {
    const { region } = card;
    const here = rates.filter(({ regions }) => regions.includes(region));
    if (here.length === 0) {
      goneRegions.push({ provider: "google", region, source: "Google Cloud Billing Catalog" });
    } else {
      observations.push(observe(card, here, context.today));
    }
  }
  return { observations, goneRegions };
};

function observe(card: RateCardFile, rates: readonly ResourceRate[], today: string): Observation {
  const rows = card.machine_types === undefined ? [] : rowsOf(card.machine_types);
  const prices = new Map<string, { [purchase in Purchase]?: number }>();
  const covered = new Set<string>();
  const leftOut: string[] = [];
  const missing: string[] = [];
  const ofParts = bySeries(rows);
  for (const [series, members] of ofParts) {
    for (const purchase of PURCHASES) {
      if (!members.some((row) => row.prices[purchase] !== undefined)) continue;
      const listed = (resource: ResourceRate["resource"]) =>
        rates
          .filter((rate) => rate.series === series && rate.purchase === purchase)
          .flatMap((rate) => (rate.resource === resource ? [rate.usdPerHour] : []));
      const found = nearestRates(members, purchase, listed("core"), listed("memory"));
      if (!followsFromParts(members, purchase)) {
        leftOut.push(`${series}, ${purchase}: its present prices are not sums of its parts'`);
      } else if (found === null) {
        const wasFound = members.some(
          ({ prices: { [purchase]: price } }) => price && isFrom(SOURCE_ID, price.from),
        );
        if (wasFound) missing.push(`${series}, ${purchase}`);
        else leftOut.push(`${series}, ${purchase}: no price of its parts was found`);
      } else {
        for (const row of members) {
          if (row.prices[purchase] === undefined) continue;
          const price = priceByParts(row, purchase, found);
          prices.set(row.name, { ...prices.get(row.name), [purchase]: price });
          covered.add(`${row.name} ${purchase}`);
        }
      }
    }
  }
  const types: ObservedMachine[] = [...prices].map(([name, ofType]) => ({ name, prices: ofType }));
  return {
    provider: "google",
    region: card.region,
    sourceId: SOURCE_ID,
    source: {
      title: "Google Cloud Billing Catalog, Compute Engine",
      url: OFFICIAL_ADDRESSES.google + GOOGLE_SKUS_PATH,
      date: today,
    },
    machines: {
      complete: PURCHASES,
      types,
      expected: [...ofParts.values()].reduce((sum, members) => sum + members.length, 0),
      covers: (name, purchase) => covered.has(`${name} ${purchase}`),
      note: "Of its vCPUs and memory; before the sustained-use discount that some series have.",
    },
    missing,
    leftOut,
  };
}

function bySeries(rows: readonly MachineRow[]): Map<string, MachineRow[]> {
  const series = new Map<string, MachineRow[]>();
  for (const row of rows) {
    const name = seriesOf(row.name);
    if (name !== null) series.set(name, [...(series.get(name) ?? []), row]);
  }
  return series;
}
