import type { CatalogIndex } from "../catalog/catalog-index.ts";
import type { CardKey } from "../catalog/catalog.ts";
import { PROVIDERS, type ProviderId } from "../catalog/providers.ts";
import type { Purchase } from "../catalog/purchase.ts";
import type { Architecture } from "../catalog/rate-card.ts";
import { PricingError } from "../engine/errors.ts";
import type { Sizing } from "../engine/sizing.ts";
import type { Offer } from "../offer.ts";
import type { PricingTerms } from "../pricing-terms.ts";
import type { Workload } from "../workload.ts";

/** Which offers are looked at; what is left out is not restricted. */
export interface SearchFilters {
  readonly kinds?: readonly Offer["kind"][] | undefined;
  readonly providers?: readonly ProviderId[] | undefined;
  /** Regions by any provider's name for them: the others are looked at in the same city. */
  readonly regions?: readonly string[] | undefined;
  readonly architectures?: readonly Architecture[] | undefined;
  /** On demand unless given. */
  readonly purchases?: readonly Purchase[] | undefined;
  readonly sizing: Exclude<Sizing["kind"], "fixed">;
  readonly minimumMachines: number;
  /** Most machines of one type; a type that needs more is not offered. */
  readonly mostMachines: number;
  readonly leastVcpu: number;
  readonly leastMemoryMb: number;
  /** Leaves out types that sustain only a share of their vCPUs. */
  readonly excludesBurstable: boolean;
  /** How many offers are answered. */
  readonly limit: number;
}

/** A search: what is to be run, among which offers, on which terms. */
export interface SearchQuestion {
  readonly workload: Workload;
  readonly filters: SearchFilters;
  readonly terms: PricingTerms;
}

/** Whether a list allows a value; one that is not given allows all. */
export function allows<T>(allowed: readonly T[] | undefined, value: T): boolean {
  return allowed === undefined || allowed.includes(value);
}

/**
 * The cards that the filters leave. A region stands for its city: providers that have none there are
 * left out, but for those that sell everywhere alike. An unknown name is a `PricingError`.
 */
export function keysToSearch(
  { providers, regions }: SearchFilters,
  index: CatalogIndex,
): CardKey[] {
  const wanted = PROVIDERS.filter((provider) => allows(providers, provider));
  if (regions === undefined) {
    return wanted.flatMap((provider) =>
      index.regionsOf(provider).map((region) => ({ provider, region })),
    );
  }
  const keys = new Map<string, CardKey>();
  for (const [place, name] of regions.entries()) {
    for (const provider of wanted) {
      for (const region of named(place, () => regionsAt(name, provider, index))) {
        keys.set(`${provider}/${region}`, { provider, region });
      }
    }
  }
  return [...keys.values()];
}

/** Names the entry of the list that an error is about. */
function named<T>(place: number, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PricingError)) throw error;
    throw new PricingError(error.code, ["regions", place], error.params);
  }
}

/** A region that is everywhere. */
const GLOBAL = "global";

function regionsAt(name: string, provider: ProviderId, index: CatalogIndex): readonly string[] {
  if (index.has(provider, name)) return [name];
  const place = index.placeOf(name);
  const resolved = index.resolveRegion(provider, name);
  if (resolved === GLOBAL) return [GLOBAL];
  if (place !== undefined) return place.regions[provider] ?? [];
  return index.placeOf(resolved)?.regions[provider]?.includes(resolved) === true ? [resolved] : [];
}
