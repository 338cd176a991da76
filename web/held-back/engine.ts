import type * as restModule from "./rest.ts";
import type { RateCard } from "../../shared/catalog/card.ts";
import { cappedMonth } from "../../shared/catalog/capped-month.ts";
import type { FunctionServiceId } from "../../shared/catalog/providers.ts";
import { capacityOf } from "../../shared/engine/capacity.ts";
import { PricingError } from "../../shared/engine/errors.ts";
import { fleetFor, monthlyCapacity } from "../../shared/engine/sizing.ts";
import type { MeteredCharge } from "../../shared/engine/usage.ts";
import { awsLambda } from "../../shared/metering/aws-lambda.ts";
import { perRequest, type MeteringRule } from "../../shared/metering/rule.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../../shared/offer.ts";
import { inTerms, type PricingTerms } from "../../shared/pricing-terms.ts";
import { capacityDemandOf, egressGbPerRequest, type Workload } from "../../shared/workload.ts";
import { HeldBack } from "./held-back.ts";

/*
 * What stands in for modules of the engine until they are loaded: it does what the default question
 * takes, and throws `HeldBack` for anything else.
 */

type Rest = typeof restModule;

let rest: Rest | null = null;

/** The rule of the default question, and soon all. */
export const METERING_RULES = { aws_lambda: awsLambda } as Record<FunctionServiceId, MeteringRule>;

/** Does from now on all that these stand for. */
export function takeRest(loaded: Rest): void {
  rest = loaded;
  Object.assign(METERING_RULES, loaded.METERING_RULES);
}

/** What these stand for, once it is loaded. */
export function loadedRest(): Rest | null {
  return rest;
}

/** What every offer says of itself; anything else is an option. */
const PLAIN: ReadonlySet<string> = new Set<keyof FunctionOffer | keyof MachineOffer>([
  "kind",
  "id",
  "service",
  "region",
  "architecture",
  "instanceType",
  "purchase",
  "sizing",
]);

function hasNoOption(offer: Offer): boolean {
  return Object.keys(offer).every((key) => PLAIN.has(key));
}

/** Bills a Lambda function without options, whose requests are all alike; refuses what is over a limit. */
export const functionCharges: Rest["functionCharges"] = (workload, offer, terms, card) => {
  if (rest !== null) return rest.functionCharges(workload, offer, terms, card);
  const isPlain =
    offer.service === "aws_lambda" &&
    hasNoOption(offer) &&
    workload.functions === undefined &&
    workload.durations === undefined &&
    workload.coldStarts === undefined;
  if (!isPlain) throw new HeldBack();
  checkLimits(workload);
  return chargesOf(workload, offer, terms, card);
};

function checkLimits(workload: Workload): void {
  const { memoryMb, durationMs, responseKb } = awsLambda.limits;
  for (const [field, limit, unit] of [
    ["memoryMb", memoryMb, "MB"],
    ["durationMs", durationMs, "ms"],
    ["egressPerRequestKb", responseKb?.buffered ?? Infinity, "KB"],
  ] as const) {
    const value = workload[field];
    if (value > limit) {
      const service = "aws_lambda";
      throw new PricingError("over_service_limit", [field], { service, value, limit, unit });
    }
  }
}

function chargesOf(
  workload: Workload,
  offer: FunctionOffer,
  terms: PricingTerms,
  card: RateCard,
): MeteredCharge[] {
  return awsLambda.usage(workload, offer).map((used) => ({
    meter: used.meter,
    usage: used.usage,
    price: inTerms(
      card.price(offer.service, used.price ?? used.meter),
      terms.includeFreeTier,
      terms,
    ),
  }));
}

/** `functionCharges` lets no option through. */
export const lambdaOptions: Rest["lambdaOptions"] = (demand, offer) =>
  rest === null ? null : rest.lambdaOptions(demand, offer);

/** Finds what a cut-down card has, by its own name. */
export const findMachine: Rest["findMachine"] = (card, service, name) => {
  if (rest !== null) return rest.findMachine(card, service, name);
  const machine = card.machine(name);
  if (machine === undefined) throw new HeldBack();
  return machine;
};

/**
 * Prices machines of a cut-down card that are bought on demand and run all month, whatever the hour; such
 * a card has none that are billed by request or sold to a limit.
 */
export const priceMachine: Rest["priceMachine"] = (workload, offer, terms, card) => {
  if (rest !== null) return rest.priceMachine(workload, offer, terms, card);
  const machine = findMachine(card, offer.service, offer.instanceType);
  const charges = machine.charges[offer.purchase];
  const isPlain =
    hasNoOption(offer) &&
    offer.sizing.kind !== "autoscaled" &&
    charges !== undefined &&
    machine.soldAtMost === undefined &&
    workload.hourlyWeights === undefined;
  if (!isPlain) throw new HeldBack();
  const capacity = capacityOf(machine, capacityDemandOf(workload));
  const requestsPerMachine = monthlyCapacity(capacity.requestsPerSecond, workload.peakToAverage);
  return {
    charges: charges.map(({ meter, usage, caps, price }) => ({
      meter,
      usage:
        caps === undefined ? usage : { perMachine: usage.perMachine, partMonth: cappedMonth(caps) },
      price: inTerms(price, terms.includeFreeTier, terms),
    })),
    fleet: fleetFor(offer.sizing, requestsPerMachine),
    machine,
    capacity,
    requestsPerMachine,
  };
};

/** Charges egress at its listed price; nothing else is counted around. */
export const chargesAround: Rest["chargesAround"] = (workload, offer, terms, card) => {
  if (rest !== null) return rest.chargesAround(workload, offer, terms, card);
  const price = card.egress();
  const isPlain =
    hasNoOption(offer) &&
    terms.customEgressRates[offer.service] === undefined &&
    terms.sideCosts === undefined;
  if (!isPlain || price === null) throw new HeldBack();
  const usage = perRequest(egressGbPerRequest(workload));
  return [{ meter: "egress", usage, price: inTerms(price, terms.includeEgressFreeTier, terms) }];
};

/** No price is the visitor's own. */
export const withCustomCatalog: Rest["withCustomCatalog"] = (catalog, prices, origin) => {
  if (rest !== null) return rest.withCustomCatalog(catalog, prices, origin);
  if (prices.length > 0) throw new HeldBack();
  return catalog;
};

/** The same for one card. */
export const withCustomPrices: Rest["withCustomPrices"] = (card, prices, origin) => {
  if (rest !== null) return rest.withCustomPrices(card, prices, origin);
  if (prices.length > 0) throw new HeldBack();
  return card;
};

/** For a name that does not exist; what is loaded first asks for none. */
export const nearestNames: Rest["nearestNames"] = (names, name) =>
  rest === null ? [] : rest.nearestNames(names, name);

/** Offers of the page have ids of their own. */
export const offerIds: Rest["offerIds"] = (offers) => {
  if (rest !== null) return rest.offerIds(offers);
  const ids = new Set<string>();
  for (const { id } of offers) if (id !== undefined) ids.add(id);
  if (ids.size < offers.length) throw new HeldBack();
  return [...ids];
};

/** The rest, for what is of no use without it. */
function whole(): Rest {
  if (rest === null) throw new HeldBack();
  return rest;
}

/** Machines that come and go with the hours. */
export const slotsOf: Rest["slotsOf"] = (...asked) => whole().slotsOf(...asked);
export const slotFleets: Rest["slotFleets"] = (...asked) => whole().slotFleets(...asked);
export const cappedDays: Rest["cappedDays"] = (...asked) => whole().cappedDays(...asked);

export const slottedCurve: Rest["slottedCurve"] = (...asked) => whole().slottedCurve(...asked);

/** What is used from another load on at another rate, from so many machines on, or by all of them. */
export const bentTerm: Rest["bentTerm"] = (...asked) => whole().bentTerm(...asked);
export const termAfter: Rest["termAfter"] = (...asked) => whole().termAfter(...asked);
export const sharedTerm: Rest["sharedTerm"] = (...asked) => whole().sharedTerm(...asked);

/** What several functions need on average. */
export const meanDemand: Rest["meanDemand"] = (...asked) => whole().meanDemand(...asked);
export const meanInternetGb: Rest["meanInternetGb"] = (...asked) =>
  whole().meanInternetGb(...asked);

/** How machines carry more than they sustain, and how many of them there can be. */
export const capacityFor: Rest["capacityFor"] = (...asked) => whole().capacityFor(...asked);
export const sizingOf: Rest["sizingOf"] = (...asked) => whole().sizingOf(...asked);
