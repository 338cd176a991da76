import { withCustomCatalog } from "./catalog/custom-prices.ts";
import type { LoadedCards } from "./catalog/catalog.ts";
import { billAt, totalOf, type LineItem } from "./engine/bill.ts";
import type { Capacity } from "./engine/capacity.ts";
import type { LoadRange } from "./engine/load-range.ts";
import type { CostCurve } from "./engine/curve.ts";
import { PricingError, type PricingErrorCode } from "./engine/errors.ts";
import type { Fleet } from "./engine/fleet.ts";
import { machinesAt, type MeteredCharge } from "./engine/usage.ts";
import { offerIds } from "./offer-ids.ts";
import type { Offer } from "./offer.ts";
import { cardKeyOf, priceOffer, type PricingTerms } from "./price-offer.ts";
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
  "options_not_together",
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

/** Makes an offer's cost at every load; `null` for whoever needs its bill alone. */
export type CurveOf = (charges: readonly MeteredCharge[], fleet: Fleet | null) => CostCurve | null;

/**
 * Prices every offer of a question: its bill at the workload's load and, made by `curveOf`, its cost
 * at every load. An offer that cannot be bought for this workload is unavailable; one that names what
 * does not exist is a `PricingError` with its index in the path.
 */
export function priceOffers(
  input: SimulationInput,
  listed: LoadedCards,
  curveOf: CurveOf,
): PricedOffer[] {
  const catalog = withCustomCatalog(listed, input.terms.customPrices ?? [], null);
  const ids = offerIds(input.offers);
  return input.offers.map((offer, index) =>
    pricedOrUnavailable(ids[index] ?? "", offer, index, input, catalog, curveOf),
  );
}

function pricedOrUnavailable(
  id: string,
  offer: Offer,
  index: number,
  input: SimulationInput,
  catalog: LoadedCards,
  curveOf: CurveOf,
): PricedOffer {
  try {
    return pricedOffer(id, offer, input, catalog, curveOf);
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
  curveOf: CurveOf,
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
            requestsPerSecond: capacity.requestsPerSecond,
            cpuRequestsPerSecond: capacity.cpuRequestsPerSecond,
            memoryRequestsPerSecond: capacity.memoryRequestsPerSecond,
            bindingResource: capacity.bindingResource,
            requestsPerMachine,
            machines,
            carriesLoad: machines > 0 && machines * requestsPerMachine >= load,
          },
    curve: runs ? curveOf(charges, fleet) : null,
    unavailable: null,
  };
}

/** What was thrown for an offer, with its place in the question. */
export function namingOffer(error: unknown, index: number): unknown {
  if (!(error instanceof PricingError)) return error;
  return WORKLOAD_FIELDS.has(error.path[0])
    ? error.within("workload")
    : error.within("offers", index);
}
