import type {
  CatalogIndexFile,
  ExchangeRateFile,
  Place,
  RegionSummary,
} from "../../shared/catalog/catalog-index.ts";
import { PROVIDERS, type ProviderId } from "../../shared/catalog/providers.ts";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";
import { summaryOf } from "../../shared/catalog/region-summary.ts";

/** Where the regions stand: `places.json`. */
export interface PlacesFile {
  readonly places: readonly PlaceFacts[];
}

interface PlaceFacts {
  readonly id: string;
  readonly country: string;
  readonly city: { readonly en: string; readonly ja: string };
  readonly lat: number;
  readonly lon: number;
  /** Regions that are not open to everyone: nobody is sent there from elsewhere. */
  readonly restricted?: boolean;
  readonly regions: { readonly [provider in ProviderId]?: readonly string[] };
}

export interface ExchangeRatesFile {
  readonly rates: { readonly JPY: ExchangeRateFile };
}

/** A region that is everywhere. */
const GLOBAL = "global";

/** The index of these cards: where their regions are, how old they are and how much is in them. */
export function catalogIndex(
  cards: readonly RateCardFile[],
  { places }: PlacesFile,
  { rates }: ExchangeRatesFile,
): CatalogIndexFile {
  const regions = regionsByProvider(cards);
  const summaries = cards.map(summaryOf);
  const days = summaries.flatMap(({ as_of: newest, oldest }) => [newest, oldest]).toSorted();
  return {
    schema: 1,
    as_of: days.at(-1) ?? "",
    oldest: days[0] ?? "",
    exchange_rates: rates,
    places: places
      .map((place) => placeOf(place, places, regions))
      .filter((place) => Object.keys(place.regions).length > 0),
    providers: Object.fromEntries(
      PROVIDERS.map((provider) => [
        provider,
        Object.fromEntries(
          cards
            .filter((card) => card.provider === provider)
            .toSorted((a, b) => (a.region < b.region ? -1 : 1))
            .map((card) => [card.region, summaryOf(card)]),
        ),
      ]),
    ) as Record<ProviderId, Record<string, RegionSummary>>,
  };
}

type Regions = ReadonlyMap<ProviderId, ReadonlySet<string>>;

function regionsByProvider(cards: readonly RateCardFile[]): Regions {
  return new Map(
    PROVIDERS.map((provider) => [
      provider,
      new Set(cards.filter((card) => card.provider === provider).map(({ region }) => region)),
    ]),
  );
}

function placeOf(place: PlaceFacts, places: readonly PlaceFacts[], regions: Regions): Place {
  const own: { [provider in ProviderId]?: readonly string[] } = {};
  const nearest: { [provider in ProviderId]?: string } = {};
  for (const provider of PROVIDERS) {
    const priced = regions.get(provider) ?? new Set();
    const here = (place.regions[provider] ?? []).filter((region) => priced.has(region));
    if (here.length > 0) own[provider] = here;
    else {
      const region = priced.has(GLOBAL) ? GLOBAL : nearestRegion(place, provider, places, priced);
      if (region !== null) nearest[provider] = region;
    }
  }
  const { id, country, city } = place;
  return { id, country, city, regions: own, nearest };
}

function nearestRegion(
  from: PlaceFacts,
  provider: ProviderId,
  places: readonly PlaceFacts[],
  priced: ReadonlySet<string>,
): string | null {
  let nearest: { region: string; distance: number } | null = null;
  for (const place of places) {
    const region = place.regions[provider]?.find((name) => priced.has(name));
    if (region === undefined || place.restricted === true) continue;
    const distance = angleBetween(from, place);
    if (nearest === null || distance < nearest.distance) nearest = { region, distance };
  }
  return nearest?.region ?? null;
}

/** The angle between two places as seen from the middle of the earth, radians. */
function angleBetween(a: PlaceFacts, b: PlaceFacts): number {
  const toRadians = (degrees: number) => (degrees * Math.PI) / 180;
  const cosine =
    Math.sin(toRadians(a.lat)) * Math.sin(toRadians(b.lat)) +
    Math.cos(toRadians(a.lat)) * Math.cos(toRadians(b.lat)) * Math.cos(toRadians(a.lon - b.lon));
  return Math.acos(Math.min(1, cosine));
}
