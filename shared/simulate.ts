import { withCustomCatalog } from "./catalog/custom-prices.ts";
import type { CardKey, LoadedCards } from "./catalog/catalog.ts";
import { carriesUpTo } from "./carries-up-to.ts";
import { billAt, oldestPriceDate, totalOf, type LineItem } from "./engine/bill.ts";
import type { Capacity } from "./engine/capacity.ts";
import type { Crossing, LoadRange } from "./engine/crossings.ts";
import { buildCurve, type CostCurve } from "./engine/curve.ts";
import { PricingError, type PricingErrorCode } from "./engine/errors.ts";
import { changesInOrder, crossEachPair, regimesOf } from "./engine/regimes.ts";
import { signOfDifference } from "./engine/sign-tracker.ts";
import { machinesAt } from "./engine/usage.ts";
import type { Offer } from "./offer.ts";
import { cardKeyOf, priceOffer, type PricingTerms } from "./price-offer.ts";
import type { Currency } from "./units.ts";
import type { Workload } from "./workload.ts";

/** A question: this workload, bought in these ways, looked at over this range of loads. */
export interface SimulationInput {
  readonly workload: Workload;
  readonly offers: readonly Offer[];
  readonly range: LoadRange;
  readonly terms: PricingTerms;
}

/** How the machines of an offer carry the load. */
export interface FleetCapacity extends Capacity {
  /** Requests a month that one machine carries at the workload's peak-to-average. */
  readonly requestsPerMachine: number;
  /** Machines that run at the workload's load; 0 when a machine cannot hold one request. */
  readonly machines: number;
  /** Whether those machines carry the peak. */
  readonly carriesLoad: boolean;
}

/** An offer with its bill at the workload's load and its cost at every load. */
export interface PricedOffer {
  readonly id: string;
  readonly offer: Offer;
  /** The provider's own region, after other providers' names were mapped. */
  readonly region: string;
  /** `null` when no number of these machines carries the load. */
  readonly monthlyCost: number | null;
  readonly lineItems: readonly LineItem[];
  readonly capacity: FleetCapacity | null;
  readonly curve: CostCurve | null;
  /** Why the offer cannot be bought for this workload; `null` when it can. */
  readonly unavailable: PricingError | null;
}

/** What keeps one offer from being bought, while the others can be compared. */
const UNAVAILABLE: ReadonlySet<PricingErrorCode> = new Set([
  "no_price",
  "not_sold_so",
  "option_not_offered",
  "over_service_limit",
  "size_not_offered",
  "type_not_supported",
]);

/** Fields of the workload; what else is at fault is the offer's. */
const WORKLOAD_FIELDS: ReadonlySet<unknown> = new Set<keyof Workload>([
  "memoryMb",
  "durationMs",
  "cpuMs",
  "coldStarts",
  "egressPerRequestKb",
  "functions",
]);

/** A break-even point between two offers, named by their ids. */
export interface BreakEvenPoint {
  readonly between: readonly [string, string];
  readonly requestsPerMonth: number;
  readonly monthlyCost: number;
  readonly kind: Crossing["kind"];
  readonly cheaperBelow: string;
  readonly cheaperAbove: string;
}

export interface OfferRegime {
  readonly from: number;
  readonly to: number;
  readonly cheapest: string;
  readonly alternating: boolean;
}

/** An interval in which two offers' fleets overtake each other more often than is listed. */
export interface OfferAlternation {
  readonly between: readonly [string, string];
  readonly from: number;
  readonly to: number;
}

/** A load at which another offer becomes the cheapest. */
export interface Turn {
  readonly requestsPerMonth: number;
  readonly cheapest: string;
}

/** The answer in short. */
export interface Verdict {
  /**
   * The cheapest of those that carry the load or, if none does, of all; `null` when no offer can
   * be bought for the workload.
   */
  readonly cheapest: string | null;
  readonly monthlyCost: number | null;
  /** `false` when none carries the load: each is a fixed number of machines that is too small. */
  readonly carriesLoad: boolean;
  /** The next cheapest of its kind, and what the cheapest saves against it. */
  readonly runnerUp: string | null;
  readonly savings: number | null;
  /** Where the answer changes with fewer and with more requests, within the range. */
  readonly nextBelow: Turn | null;
  readonly nextAbove: Turn | null;
}

export interface Comparison {
  readonly offers: readonly PricedOffer[];
  readonly breakEvenPoints: readonly BreakEvenPoint[];
  readonly alternations: readonly OfferAlternation[];
  readonly regimes: readonly OfferRegime[];
  readonly verdict: Verdict;
  readonly currency: Currency;
  /** Date of the oldest price that the bills use, `YYYY-MM-DD`; `null` when they use none. */
  readonly pricesAsOf: string | null;
}

/** The rate cards that a question needs, each once. A `PricingError` names the offer at fault. */
export function cardsFor(
  offers: readonly Offer[],
  catalog: Pick<LoadedCards, "resolveRegion">,
): CardKey[] {
  const keys = new Map<string, CardKey>();
  for (const [index, offer] of offers.entries()) {
    try {
      const key = cardKeyOf(offer, catalog);
      keys.set(`${key.provider}/${key.region}`, key);
    } catch (error) {
      throw namingOffer(error, index);
    }
  }
  return [...keys.values()];
}

/**
 * Prices every offer, finds each break-even point between two of them and who is cheapest where.
 * Pure: the cards of all offers are loaded already. An offer that cannot be bought for this
 * workload is answered as unavailable; one that names what does not exist is a `PricingError` with
 * its index in the path.
 */
export function simulate(input: SimulationInput, listed: LoadedCards): Comparison {
  const { workload, terms, range } = input;
  const catalog = withCustomCatalog(listed, terms.customPrices ?? [], null);
  const ids = offerIds(input.offers);
  const offers = input.offers.map((offer, index) =>
    pricedOrUnavailable(ids[index] ?? "", offer, index, input, catalog),
  );
  const priced = offers.filter(hasCurve);
  const curves = priced.map(({ curve }) => curve);
  const idOf = (index: number): string => priced[index]?.id ?? "";
  const pairs = crossEachPair(curves, range);
  const changes = changesInOrder(pairs);
  const breakEvenPoints: BreakEvenPoint[] = [];
  for (const { pair, point } of changes) {
    if (point === null) continue;
    const first = idOf(pair.first);
    const second = idOf(pair.second);
    const { requestsPerMonth, monthlyCost, kind, cheaperBelow, cheaperAbove } = point;
    breakEvenPoints.push({
      between: [first, second],
      requestsPerMonth,
      monthlyCost,
      kind,
      cheaperBelow: cheaperBelow === "first" ? first : second,
      cheaperAbove: cheaperAbove === "first" ? first : second,
    });
  }
  const alternations: OfferAlternation[] = [];
  for (const pair of pairs) {
    for (const { from, to } of pair.alternations) {
      alternations.push({ between: [idOf(pair.first), idOf(pair.second)], from, to });
    }
  }
  const regimes = regimesOf(curves, pairs, range, {
    changes,
    carriesUpTo: priced.map((offer) => carriesUpTo(offer)),
  }).map(({ from, to, cheapest, alternating }): OfferRegime => ({
    from,
    to,
    cheapest: idOf(cheapest),
    alternating,
  }));
  return {
    offers,
    breakEvenPoints,
    alternations,
    regimes,
    verdict: verdictOf(offers, regimes, workload.requestsPerMonth),
    currency: terms.currency,
    pricesAsOf: oldestDateOf(offers),
  };
}

function pricedOrUnavailable(
  id: string,
  offer: Offer,
  index: number,
  input: SimulationInput,
  catalog: LoadedCards,
): PricedOffer {
  try {
    return pricedOffer(id, offer, input, catalog);
  } catch (caught) {
    const error = namingOffer(caught, index);
    if (!(error instanceof PricingError) || !UNAVAILABLE.has(error.code)) throw error;
    const { region } = cardKeyOf(offer, catalog);
    const nothing = { monthlyCost: null, lineItems: [], capacity: null, curve: null };
    return { id, offer, region, ...nothing, unavailable: error };
  }
}

function pricedOffer(
  id: string,
  offer: Offer,
  { workload, terms }: SimulationInput,
  catalog: LoadedCards,
): PricedOffer {
  const key = cardKeyOf(offer, catalog);
  const { charges, fleet, capacity, requestsPerMachine } = priceOffer(
    workload,
    offer,
    terms,
    catalog.card(key),
  );
  const runs = offer.kind === "function" || fleet !== null;
  const load = workload.requestsPerMonth;
  const machines = fleet === null ? 0 : machinesAt(fleet, load);
  const lineItems = runs ? billAt(charges, load, fleet) : [];
  return {
    id,
    offer,
    region: key.region,
    monthlyCost: runs ? totalOf(lineItems) : null,
    lineItems,
    capacity:
      capacity === null || requestsPerMachine === null
        ? null
        : {
            ...capacity,
            requestsPerMachine,
            machines,
            carriesLoad: machines > 0 && machines * requestsPerMachine >= load,
          },
    curve: runs ? buildCurve(charges, fleet) : null,
    unavailable: null,
  };
}

function hasCurve(offer: PricedOffer): offer is PricedOffer & { readonly curve: CostCurve } {
  return offer.curve !== null;
}

/** The date of the oldest price that one of the bills really used. */
function oldestDateOf(offers: readonly PricedOffer[]): string | null {
  let oldest: string | null = null;
  for (const { lineItems } of offers) {
    const date = oldestPriceDate(lineItems);
    if (date !== null && (oldest === null || date < oldest)) oldest = date;
  }
  return oldest;
}

/** Ids as given, or made of what tells offers apart; repeated ones are numbered. */
function offerIds(offers: readonly Offer[]): string[] {
  /** For so few, quicker to look through than a set is to make. */
  const used: string[] = [];
  offers.forEach(({ id }, index) => {
    if (id === undefined) return;
    if (used.includes(id)) {
      throw new PricingError("duplicate_offer_id", ["offers", index, "id"], { id });
    }
    used.push(id);
  });
  return offers.map((offer) => {
    if (offer.id !== undefined) return offer.id;
    const name = offerName(offer);
    let id = name;
    for (let number = 2; used.includes(id); number += 1) id = `${name}#${number}`;
    used.push(id);
    return id;
  });
}

/** What tells offers apart: service, region, variant, and the purchase where it is not on demand. */
function offerName(offer: Offer): string {
  const start = `${offer.service}/${offer.region}`;
  if (offer.kind === "function") return `${start}/${offer.architecture}`;
  const purchase = offer.purchase === "on_demand" ? "" : `/${offer.purchase}`;
  return `${start}/${offer.instanceType}${purchase}`;
}

function verdictOf(
  offers: readonly PricedOffer[],
  regimes: readonly OfferRegime[],
  load: number,
): Verdict {
  const index = regimes.findIndex(({ from, to }) => load >= from && load <= to);
  const [cheapest, runnerUp] = cheapestTwo(offers, regimes[index]?.cheapest);
  const here = regimes[index]?.cheapest === cheapest?.id ? cheapest?.id : undefined;
  const below = regimes.findLast((regime, at) => at < index && regime.cheapest !== here);
  const above = regimes.find((regime, at) => at > index && regime.cheapest !== here);
  return {
    cheapest: cheapest?.id ?? null,
    monthlyCost: cheapest?.monthlyCost ?? null,
    carriesLoad: cheapest !== undefined && carriesLoad(cheapest),
    runnerUp: runnerUp?.id ?? null,
    savings: runnerUp ? (runnerUp.monthlyCost ?? 0) - (cheapest?.monthlyCost ?? 0) : null,
    nextBelow: here && below ? { requestsPerMonth: below.to, cheapest: below.cheapest } : null,
    nextAbove: here && above ? { requestsPerMonth: above.from, cheapest: above.cheapest } : null,
  };
}

/**
 * The cheapest of those that carry the load and then of the others, and the next; of offers that
 * cost the same, the one that the regime of this load names goes first.
 */
function cheapestTwo(
  offers: readonly PricedOffer[],
  namedByRegime: string | undefined,
): readonly (PricedOffer | undefined)[] {
  let first: PricedOffer | undefined;
  let second: PricedOffer | undefined;
  let named: PricedOffer | undefined;
  for (const offer of offers) {
    if (offer.monthlyCost === null) continue;
    if (offer.id === namedByRegime) named = offer;
    if (first === undefined || goesBefore(offer, first)) [first, second] = [offer, first];
    else if (second === undefined || goesBefore(offer, second)) second = offer;
  }
  if (first === undefined) return [];
  if (named === undefined || named === first || !isTie(named, first)) return [first, second];
  return [named, first];
}

function goesBefore(offer: PricedOffer, other: PricedOffer): boolean {
  if (carriesLoad(offer) !== carriesLoad(other)) return carriesLoad(offer);
  return (offer.monthlyCost ?? 0) < (other.monthlyCost ?? 0);
}

function isTie(offer: PricedOffer, other: PricedOffer): boolean {
  return (
    carriesLoad(offer) === carriesLoad(other) &&
    signOfDifference(offer.monthlyCost ?? 0, other.monthlyCost ?? 0) === 0
  );
}

function carriesLoad({ capacity }: PricedOffer): boolean {
  return capacity?.carriesLoad !== false;
}

/** What was thrown for an offer, with its place in the question. */
function namingOffer(error: unknown, index: number): unknown {
  if (!(error instanceof PricingError)) return error;
  return WORKLOAD_FIELDS.has(error.path[0])
    ? error.within("workload")
    : error.within("offers", index);
}
