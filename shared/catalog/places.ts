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

/**
 * The provider's own region for a region name. Another provider's name stands for the same city:
 * `ap-northeast-1` is Google's `asia-northeast1`. Zones stand for their region: `tk1a` is `tk1`.
 */
export function resolveRegion(provider: ProviderId, region: string): string {
  if (provider === "cloudflare") return "global";
  const own = regionsOf(provider);
  const name = own.find((candidate) => region === candidate || isZoneOf(candidate, region));
  if (name !== undefined) return name;
  const place = PLACES.find(({ regions }) => PROVIDERS.some((other) => regions[other] === region));
  if (place === undefined)
    throw new PricingError("unknown_region", ["region"], { region, provider, allowed: own });
  return place.regions[provider];
}

function isZoneOf(region: string, name: string): boolean {
  return name.startsWith(region) && /^-?[a-z]$/u.test(name.slice(region.length));
}
