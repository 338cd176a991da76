import { PricingError } from "../engine/errors.ts";
import places from "../rate-cards/places.json" with { type: "json" };
import { PROVIDERS, type ProviderId } from "./providers.ts";

/** A city, and each provider's region in or nearest to it. */
export interface Place {
  readonly id: string;
  readonly country: string;
  readonly city: { readonly en: string; readonly ja: string };
  readonly regions: Readonly<Record<ProviderId, string>>;
  /** Providers that have no region there: their nearest is named. */
  readonly nearest?: readonly string[];
}

export const PLACES: readonly Place[] = places;

/** The regions of a provider that have a rate card. */
export function regionsOf(provider: ProviderId): string[] {
  return [...new Set(PLACES.map(({ regions }) => regions[provider]))];
}

/** Names that have been resolved, by provider; there are only as many as places have names. */
const resolved = new Map<ProviderId, Map<string, string>>(
  PROVIDERS.map((provider) => [provider, new Map<string, string>()]),
);

/**
 * The provider's own region for a region name. Another provider's name stands for the same city:
 * `ap-northeast-1` is Google's `asia-northeast1`. Zones stand for their region: `tk1a` is `tk1`.
 * An unknown name is a `PricingError` with the regions that are known.
 */
export function resolveRegion(provider: ProviderId, region: string): string {
  const known = resolved.get(provider)?.get(region);
  if (known !== undefined) return known;
  const own = findRegion(provider, region);
  resolved.get(provider)?.set(region, own);
  return own;
}

function findRegion(provider: ProviderId, region: string): string {
  const known = regionsOf(provider);
  const own = known.find((candidate) => region === candidate || isZoneOf(candidate, region));
  if (own !== undefined) return own;
  const place = PLACES.find(({ regions }) => PROVIDERS.some((other) => regions[other] === region));
  if (place !== undefined) return place.regions[provider];
  throw new PricingError("unknown_region", ["region"], { region, provider, allowed: known });
}

function isZoneOf(region: string, name: string): boolean {
  return name.startsWith(region) && /^-?[a-z]$/u.test(name.slice(region.length));
}
