import type { RateCard } from "../catalog/card.ts";
import type { CardKey } from "../catalog/catalog.ts";
import {
  FUNCTION_SERVICES,
  type FunctionServiceId,
  type ProviderId,
} from "../catalog/providers.ts";
import type { Architecture } from "../catalog/rate-card.ts";
import { ifPriced } from "../engine/errors.ts";
import { monthlyTotal } from "../engine/monthly-total.ts";
import { METERING_RULES } from "../metering/index.ts";
import type { MeteringRule, MeterUsage } from "../metering/rule.ts";
import type { FunctionOffer } from "../offer.ts";
import { chargesOf, functionUsages } from "../price-function.ts";
import type { Candidate, Candidates } from "./candidates.ts";
import { atLeast, type CostAround } from "./cost-around.ts";
import { once } from "./once.ts";
import { allows, type SearchQuestion } from "./question.ts";

const SERVICES = Object.entries(FUNCTION_SERVICES) as [FunctionServiceId, ProviderId][];

/** A service in one architecture, and what the workload uses of its meters: everywhere the same. */
interface UsedService {
  readonly offer: FunctionOffer;
  readonly provider: ProviderId;
  readonly usages: readonly MeterUsage[] | null;
}

/** A function with what it costs; `null` if it cannot be bought for the workload. */
interface CostedFunction {
  readonly offer: FunctionOffer;
  readonly atLeast: number | null;
}

/** Looks at every function service of a region, with the card that it has its prices from. */
export type LookAtFunctions = (key: CardKey, card: RateCard) => void;

/** Goes through the functions of cards, each with what it costs at least. */
export function functionsFor(
  question: SearchQuestion,
  costAround: CostAround,
  found: Candidates,
): LookAtFunctions {
  const { workload, terms, filters } = question;
  const known = new Map<string, Candidate & { readonly alsoIn: string[] }>();

  const services = SERVICES.flatMap(([service, provider]) =>
    architecturesOf(service)
      .filter((architecture) => allows(filters.architectures, architecture))
      .map((architecture): UsedService => {
        const offer: FunctionOffer = { kind: "function", service, region: "", architecture };
        const usages = ifPriced(() => functionUsages(workload, offer, terms));
        return { offer, provider, usages };
      }),
  );

  /** What a function costs at least; `null` if it cannot be bought. */
  const costOf = ({ offer, usages }: UsedService, card: RateCard): number | null => {
    const around = costAround(card, offer.service);
    if (usages === null || around === null) return null;
    return atLeast(() => {
      const charges = chargesOf(usages, workload, offer, terms, card);
      return monthlyTotal(charges, workload.requestsPerMonth, null) + around;
    });
  };

  /** What the functions of a card cost: computed once for all regions that have their prices from it. */
  const costedIn = once((card: RateCard) =>
    services
      .filter(({ offer, provider }) => provider === card.provider && isSold(offer, card))
      .map((used): CostedFunction => ({ offer: used.offer, atLeast: costOf(used, card) })),
  );

  return (key, card) => {
    const { provider, region } = key;
    for (const { offer: anywhere, atLeast: cost } of costedIn(card)) {
      found.considered += 1;
      if (cost === null) continue;
      found.carrying += 1;
      const { service, architecture } = anywhere;
      const name = `${service}/${architecture}/${cost}`;
      const same = known.get(name);
      if (same !== undefined) {
        same.alsoIn.push(region);
        continue;
      }
      const offer = { ...anywhere, region };
      const candidate = { provider, region, offer, atLeast: cost, alsoIn: [] };
      known.set(name, candidate);
      found.functions.push(candidate);
    }
  };
}

function architecturesOf(service: FunctionServiceId): readonly Architecture[] {
  const { hasArchitectures }: MeteringRule = METERING_RULES[service];
  return hasArchitectures === true ? ["x86_64", "arm64"] : ["x86_64"];
}

/** Whether a card has prices of a service, in that architecture. */
function isSold({ service, architecture }: FunctionOffer, card: RateCard): boolean {
  const { pricedAs = service }: MeteringRule = METERING_RULES[service];
  return card
    .meterNames(pricedAs)
    .some((meter) => architecture === "x86_64" || meter.endsWith(`.${architecture}`));
}
