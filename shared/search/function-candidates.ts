import type { RateCard } from "../catalog/card.ts";
import type { CardKey } from "../catalog/catalog.ts";
import {
  FUNCTION_SERVICES,
  type FunctionServiceId,
  type ProviderId,
} from "../catalog/providers.ts";
import type { Architecture } from "../catalog/rate-card.ts";
import { monthlyTotal } from "../engine/monthly-total.ts";
import { METERING_RULES } from "../metering/index.ts";
import type { MeteringRule } from "../metering/rule.ts";
import type { FunctionOffer } from "../offer.ts";
import { priceOffer } from "../price-offer.ts";
import type { Candidate, Candidates } from "./candidates.ts";
import { atLeast } from "./cost-around.ts";
import { allows, type SearchQuestion } from "./question.ts";
import type { SearchIndex } from "./search-index.ts";

const SERVICES = Object.entries(FUNCTION_SERVICES) as [FunctionServiceId, ProviderId][];

/** A function with what it costs; `null` if it cannot be bought for the workload. */
interface CostedFunction {
  readonly service: FunctionServiceId;
  readonly architecture: Architecture;
  readonly atLeast: number | null;
}

/** Looks at every function service of a card. */
export type LookAtFunctions = (key: CardKey, card: RateCard) => void;

/** Goes through the functions of cards, each with what it costs at least. */
export function functionsFor(
  question: SearchQuestion,
  index: SearchIndex,
  found: Candidates,
): LookAtFunctions {
  const { workload, terms, filters } = question;
  const costed = new Map<number, readonly CostedFunction[]>();
  const known = new Map<string, Candidate & { readonly alsoIn: string[] }>();

  /** What a function costs; `null` if it cannot be bought. */
  const costOf = (offer: FunctionOffer, card: RateCard): number | null =>
    atLeast(() => {
      const { charges } = priceOffer(workload, offer, terms, card);
      return monthlyTotal(charges, workload.requestsPerMonth, null);
    });

  /** What the functions of a card cost: what those of another cost that has the same prices. */
  const costedIn = (key: CardKey, card: RateCard) => {
    const { provider, region } = key;
    const place = index.pricesOf(key);
    const before = costed.get(place);
    if (before !== undefined) return before;
    const here = SERVICES.flatMap(([service, seller]): CostedFunction[] => {
      if (seller !== provider) return [];
      const rule: MeteringRule = METERING_RULES[service];
      const meters = card.meterNames(rule.pricedAs ?? service);
      if (meters.length === 0) return [];
      return architecturesOf(rule, meters)
        .filter((architecture) => allows(filters.architectures, architecture))
        .map((architecture) => {
          const offer = functionOffer(service, region, architecture);
          return { service, architecture, atLeast: costOf(offer, card) };
        });
    });
    // Prices of the caller's own may be for one region only.
    if ((terms.customPrices ?? []).length === 0) costed.set(place, here);
    return here;
  };

  return (key, card) => {
    const { provider, region } = key;
    for (const { service, architecture, atLeast: cost } of costedIn(key, card)) {
      found.considered += 1;
      if (cost === null) continue;
      found.carrying += 1;
      const name = `${service}/${architecture}/${found.isAlikeAround ? cost : region}`;
      const same = known.get(name);
      if (same !== undefined) {
        same.alsoIn.push(region);
        continue;
      }
      const offer = functionOffer(service, region, architecture);
      const candidate = { provider, region, offer, atLeast: cost, alsoIn: [] };
      known.set(name, candidate);
      found.functions.push(candidate);
    }
  };
}

/** The architectures of a service that have prices of their own. */
function architecturesOf(
  { hasArchitectures }: MeteringRule,
  meters: readonly string[],
): readonly Architecture[] {
  const isSold = hasArchitectures === true && meters.some((meter) => meter.endsWith(".arm64"));
  return isSold ? ["x86_64", "arm64"] : ["x86_64"];
}

function functionOffer(
  service: FunctionServiceId,
  region: string,
  architecture: Architecture,
): FunctionOffer {
  return { kind: "function", service, region, architecture };
}
