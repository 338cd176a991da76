import { PricingError } from "../engine/errors.ts";
import { nearestNames } from "../nearest-names.ts";
import { PROVIDERS, type ProviderId } from "./providers.ts";

/** A city, and each provider's regions in it. */
export interface Place {
  readonly id: string;
  readonly country: string;
  readonly city: { readonly en: string; readonly ja: string };
  /** The first is the provider's main region there. */
  readonly regions: { readonly [provider in ProviderId]?: readonly string[] };
  /** For providers that have no region there: the nearest that they have. */
  readonly nearest: { readonly [provider in ProviderId]?: string };
}

/** What the catalog has of one region. */
export interface RegionSummary {
  /** The newest and the oldest date of its sources, `YYYY-MM-DD`. */
  readonly as_of: string;
  readonly oldest: string;
  readonly machine_types: number;
  /** All prices: of each type and purchase, and of each meter. */
  readonly prices: number;
  readonly services: readonly string[];
}

/** A rate between two currencies. */
export interface ExchangeRateFile {
  /** So much of the currency for one US dollar. */
  readonly rate: number;
  readonly date: string;
  readonly source: { readonly title: string; readonly url: string };
  readonly confidence: "high" | "medium" | "low";
  readonly note?: string;
}

/** Which regions have a card, and where they are: as much as names of regions need. */
export interface PlacesFile {
  readonly schema: 1;
  readonly places: readonly Place[];
  /** Regions that have a card; those of a place have one anyway. */
  readonly providers: { readonly [provider in ProviderId]?: Readonly<Record<string, object>> };
}

/** The file that lists what the catalog has; made from the cards. */
export interface CatalogIndexFile extends PlacesFile {
  readonly as_of: string;
  readonly oldest: string;
  readonly providers: Readonly<Record<ProviderId, Readonly<Record<string, RegionSummary>>>>;
  readonly exchange_rates: { readonly JPY: ExchangeRateFile };
}

/** The index as the page reads it, which shows nothing of what a region has. */
export function withoutSummaries({ schema, places, providers }: CatalogIndexFile): PlacesFile {
  const placed = new Set(places.flatMap(({ regions }) => Object.values(regions).flat()));
  const elsewhere = (provider: ProviderId) =>
    Object.fromEntries(
      Object.keys(providers[provider])
        .filter((region) => !placed.has(region))
        .map((region) => [region, {}]),
    );
  return {
    schema,
    places,
    providers: Object.fromEntries(PROVIDERS.map((provider) => [provider, elsewhere(provider)])),
  };
}

/** What the catalog has, and whose regions are where. */
export class CatalogIndex<File extends PlacesFile = CatalogIndexFile> {
  readonly file: File;
  readonly #resolved = new Map<ProviderId, Map<string, string>>();
  readonly #placeByRegion = new Map<string, Place>();
  readonly #regions: ReadonlyMap<ProviderId, readonly string[]>;

  constructor(file: File) {
    if (file.schema !== 1) {
      throw new Error(`catalog index of an unknown schema: ${String(file.schema)}`);
    }
    this.file = file;
    for (const place of file.places) {
      for (const regions of Object.values(place.regions)) {
        for (const region of regions) this.#placeByRegion.set(region, place);
      }
    }
    this.#regions = new Map(
      PROVIDERS.map((provider) => {
        const placed = file.places.flatMap(({ regions }) => regions[provider] ?? []);
        const named = Object.keys(file.providers[provider] ?? {});
        return [provider, [...new Set([...named, ...placed])]];
      }),
    );
  }

  get places(): readonly Place[] {
    return this.file.places;
  }

  /** The regions of a provider that have a rate card. */
  regionsOf(provider: ProviderId): readonly string[] {
    return this.#regions.get(provider) ?? [];
  }

  /** Whether a region has a rate card. */
  has(provider: ProviderId, region: string): boolean {
    return this.regionsOf(provider).includes(region);
  }

  /** The place of a region; `undefined` for a region that is everywhere. */
  placeOf(region: string): Place | undefined {
    return this.#placeByRegion.get(region);
  }

  /**
   * The provider's own region for a region name. Another provider's name stands for the same city:
   * `ap-northeast-1` is Google's `asia-northeast1`. Zones stand for their region: `tk1a` is `tk1`.
   * An unknown name is a `PricingError` with the nearest names.
   */
  resolveRegion(provider: ProviderId, region: string): string {
    const known = this.#resolved.get(provider)?.get(region);
    if (known !== undefined) return known;
    const own = this.#findRegion(provider, region);
    const byName = this.#resolved.get(provider) ?? new Map<string, string>();
    // Only names that resolve are kept, and those are as many as there are regions and zones.
    this.#resolved.set(provider, byName.set(region, own));
    return own;
  }

  #findRegion(provider: ProviderId, region: string): string {
    const regions = this.regionsOf(provider);
    const own = regions.find((candidate) => region === candidate || isZoneOf(candidate, region));
    if (own !== undefined) return own;
    const place = this.#placeByRegion.get(region) ?? this.#placeOfZone(region);
    const there = place?.regions[provider]?.[0] ?? place?.nearest[provider];
    if (there !== undefined) return there;
    throw new PricingError("unknown_region", ["region"], {
      region,
      provider,
      nearest: nearestNames(regions, region),
    });
  }

  #placeOfZone(zone: string): Place | undefined {
    for (const provider of PROVIDERS) {
      const region = this.regionsOf(provider).find((candidate) => isZoneOf(candidate, zone));
      if (region !== undefined) return this.#placeByRegion.get(region);
    }
    return undefined;
  }
}

function isZoneOf(region: string, name: string): boolean {
  return name.startsWith(region) && /^-?[a-z]$/u.test(name.slice(region.length));
}

/** How many regions have a rate card, and how many prices stand in all of them. */
export function countsOf({ file }: CatalogIndex): {
  readonly regions: number;
  readonly prices: number;
} {
  const summaries = Object.values(file.providers).flatMap((regions) => Object.values(regions));
  let prices = 0;
  for (const summary of summaries) prices += summary.prices;
  return { regions: summaries.length, prices };
}
