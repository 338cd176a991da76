import { withCustomCatalog } from "../catalog/custom-prices.ts";
import type { LoadedCards } from "../catalog/catalog.ts";
import type { Price } from "../engine/price.ts";
import type { Fleet } from "../engine/fleet.ts";
import { isUsedOnlyBeyond, type MeteredCharge } from "../engine/usage.ts";
import type { FunctionOffer, Offer } from "../offer.ts";
import { cardKeyOf, priceOffer } from "../price-offer.ts";
import type { SimulationInput } from "../simulate.ts";
import type { RequestDemand } from "../request-demand.ts";
import { functionsOf, type Workload } from "../workload.ts";
import { capacityFormulas, type CapacityFormulas } from "./capacity-formulas.ts";
import { chargeFormula } from "./charge-formula.ts";
import { FUNCTION_FORMULAS, type FunctionPart, type MeterFormula } from "./function-formulas.ts";
import { egressTerm, logTerm, operand } from "./operands.ts";
import type { UsageFormula, UsageTerm } from "./usage-formula.ts";

/** How a line of a bill comes about. */
export interface LineExplanation {
  readonly meter: string;
  readonly usage: UsageFormula;
  /** The whole price: its allowance and all its tiers, in the currency of the answer. */
  readonly price: Price;
}

/** How an offer's bill comes about, its lines in the order of the bill. */
export interface OfferExplanation {
  readonly lines: readonly LineExplanation[];
  /** How many machines run, and why; `null` for functions. */
  readonly capacity: CapacityFormulas | null;
}

/** Explains an offer of a question that was answered. Computed when it is asked for, and only then. */
export function explainOffer(
  { workload, terms }: SimulationInput,
  offer: Offer,
  listed: LoadedCards,
): OfferExplanation {
  const cards = withCustomCatalog(listed, terms.customPrices ?? [], null);
  const card = cards.card(cardKeyOf(offer, cards));
  const { charges, fleet, machine, capacity } = priceOffer(workload, offer, terms, card);
  const ofFunctions = offer.kind === "function" ? functionFormulas(workload, offer) : [];
  return {
    lines: charges.flatMap((charge, index) =>
      isUsedOnlyBeyond(charge.usage, workload.requestsPerMonth)
        ? []
        : {
            meter: charge.meter,
            usage: usageFormula(charge, ofFunctions[index], workload, fleet),
            price: charge.price,
          },
    ),
    capacity:
      machine === null || capacity === null || fleet === null
        ? null
        : capacityFormulas(workload, machine, offer, fleet),
  };
}

function usageFormula(
  charge: MeteredCharge,
  ofFunction: UsageFormula | undefined,
  workload: Workload,
  fleet: Fleet | null,
): UsageFormula {
  if (ofFunction !== undefined) return ofFunction;
  const term = TERMS_OF_REQUESTS[charge.meter];
  return term === undefined
    ? chargeFormula(charge, workload.requestsPerMonth, fleet)
    : {
        plus: partsOf(workload).map(([demand, part]) => [...part.requests, ...term(demand)]),
        minus: [],
      };
}

/** Meters whose usage follows from what a request sends, whatever serves it. */
const TERMS_OF_REQUESTS: Readonly<Record<string, (demand: RequestDemand) => UsageTerm>> = {
  egress: egressTerm,
  nat_data: egressTerm,
  logs: logTerm,
};

/**
 * The formulas of a service's meters, in the order of its charges; of several functions that share a
 * price, all terms together, but each by itself where something is taken off.
 */
function functionFormulas(workload: Workload, offer: FunctionOffer): UsageFormula[] {
  const formulas = new Map<string, { plus: UsageTerm[]; minus: UsageTerm[] }>();
  for (const [index, [demand, part]] of partsOf(workload).entries()) {
    const own = { ...offer, ...demand.options };
    const parts: readonly MeterFormula[] = FUNCTION_FORMULAS[offer.service](demand, own, part);
    for (const { meter, price = meter, plus, minus = [], perAccount } of parts) {
      const key = minus.length > 0 ? `${meter}/${price}/${index}` : `${meter}/${price}`;
      const formula = formulas.get(key);
      if (formula === undefined) formulas.set(key, { plus: [...plus], minus: [...minus] });
      else if (perAccount !== true) formula.plus.push(...plus);
    }
  }
  return [...formulas.values()];
}

/** Each function of the workload, with what its terms begin with. */
function partsOf(
  workload: Workload,
): (readonly [demand: ReturnType<typeof functionsOf>[number], part: FunctionPart])[] {
  const requests = operand("requests", workload.requestsPerMonth);
  return functionsOf(workload).map((demand) => {
    const { share: part = 1 } = demand;
    return [
      demand,
      { requests: part === 1 ? [requests] : [requests, operand("share", part)] },
    ] as const;
  });
}
