import type { RateCard } from "../catalog/card.ts";
import { PricingError } from "../engine/errors.ts";
import type { Price } from "../engine/price.ts";
import type { MeteredCharge, Usage } from "../engine/usage.ts";
import { perMonth, perRequest } from "../metering/rule.ts";
import { hoursOf, type Offer } from "../offer.ts";
import { inTerms, type PricingTerms } from "../pricing-terms.ts";
import { HOURS_PER_MONTH, KB_PER_GB } from "../units.ts";
import { logGbPerRequest } from "../log-gb.ts";
import { egressGbPerRequest, type Workload } from "../workload.ts";
import { httpApiCallsPerRequest, responseKbPerRequest } from "./front-door.ts";
import { BALANCED_MACHINES, lcuHoursPerRequest } from "./load-balancer.ts";
import type { SideCosts } from "./side-costs.ts";
import { SIDE_METERS, type MeterPlace, type SideMeters } from "./side-meters.ts";

/** The side costs of one question, and where their prices stand. */
interface Around {
  readonly workload: Workload;
  readonly offer: Offer;
  readonly sideCosts: SideCosts;
  readonly meters: SideMeters;
  readonly charge: (meter: string, place: MeterPlace | undefined, usage: Usage) => MeteredCharge;
}

/**
 * The charges around an offer, in units a month. A switch that is on but whose price the card lacks is
 * a `PricingError`: an offer is never made cheaper by what is not known.
 */
export function sideCharges(
  workload: Workload,
  offer: Offer,
  terms: PricingTerms,
  card: RateCard,
): MeteredCharge[] {
  const { sideCosts } = terms;
  if (sideCosts === undefined) return [];
  const charge: Around["charge"] = (meter, place, usage) => {
    if (place === undefined) throw noPrice(meter, card);
    const price = inTerms(card.price(place[0], place[1]), terms.includeFreeTier, terms);
    return { meter, usage, price };
  };
  const meters = SIDE_METERS[card.provider] ?? {};
  const around: Around = { workload, offer, sideCosts, meters, charge };
  return [
    ...(offer.kind === "function"
      ? frontDoorCharges(around)
      : [...diskCharges(around), ...addressCharges(around), ...balancerCharges(around)]),
    ...natCharges(around),
    ...logCharges(around, card),
    ...workCharges(around, terms),
  ];
}

function noPrice(meter: string, { provider, region }: RateCard): PricingError {
  return new PricingError("no_price", ["region"], { service: provider, meter, region });
}

/** What stands before functions is charged from the first request on. */
function frontDoorCharges({ sideCosts, workload, meters, charge }: Around): MeteredCharge[] {
  const { frontDoor = "none" } = sideCosts;
  if (frontDoor === "http_api") {
    const calls = httpApiCallsPerRequest(workload);
    return [charge("api_gateway", meters.httpApi, perRequest(calls))];
  }
  if (frontDoor === "rest_api") return [charge("api_gateway", meters.restApi, perRequest(1))];
  if (frontDoor !== "load_balancer") return [];
  const { loadBalancerHours: hours, loadBalancerUnits: units, loadBalancerData: data } = meters;
  return [
    charge("load_balancer", hours, perMonth(HOURS_PER_MONTH)),
    ...(units === undefined
      ? []
      : [
          charge(
            "load_balancer_units",
            units,
            perRequest(lcuHoursPerRequest(workload, "function")),
          ),
        ]),
    ...(data === undefined
      ? []
      : [charge("load_balancer_data", data, perRequest(responseGb(workload)))]),
  ];
}

/** As before functions, but only where there is more than one machine. */
function balancerCharges({ sideCosts, workload, meters, charge }: Around): MeteredCharge[] {
  if (sideCosts.loadBalancer !== true) return [];
  const fromMachines = BALANCED_MACHINES;
  const { loadBalancerHours: hours, loadBalancerUnits: units, loadBalancerData: data } = meters;
  return [
    charge("load_balancer", hours, { perFleet: HOURS_PER_MONTH, fromMachines }),
    ...(units === undefined
      ? []
      : [
          charge("load_balancer_units", units, {
            ...perRequest(lcuHoursPerRequest(workload, "machine")),
            fromMachines,
          }),
        ]),
    ...(data === undefined
      ? []
      : [
          charge("load_balancer_data", data, {
            ...perRequest(responseGb(workload)),
            fromMachines,
          }),
        ]),
  ];
}

function responseGb(workload: Workload): number {
  return responseKbPerRequest(workload) / KB_PER_GB;
}

function diskCharges({ sideCosts, meters, charge }: Around): MeteredCharge[] {
  const { diskGb = 0 } = sideCosts;
  if (diskGb === 0) return [];
  const { disk, diskPerformance: performance } = meters;
  return [
    charge("disk", disk, { perMachine: diskGb }),
    ...(performance === undefined
      ? []
      : [
          charge("disk_performance", performance.place, {
            perMachine: diskGb * performance.unitsPerGb,
          }),
        ]),
  ];
}

function addressCharges({ sideCosts, meters, charge }: Around): MeteredCharge[] {
  if (sideCosts.publicIpv4 !== true || meters.hasFreeIpv4 === true) return [];
  if (meters.publicIpv4Months !== undefined) {
    return [charge("public_ipv4", meters.publicIpv4Months, { perMachine: 1 })];
  }
  return [charge("public_ipv4", meters.publicIpv4Hours, { perMachine: HOURS_PER_MONTH })];
}

function natCharges({ sideCosts, workload, offer, meters, charge }: Around): MeteredCharge[] {
  if (sideCosts.natGateway !== true) return [];
  const { natHours, natMachineHours } = meters;
  return [
    offer.kind === "machine" && natMachineHours !== undefined
      ? charge("nat_gateway", natMachineHours, { perMachine: hoursOf(offer) })
      : charge("nat_gateway", natHours, perMonth(HOURS_PER_MONTH)),
    charge("nat_data", meters.natData, perRequest(egressGbPerRequest(workload))),
  ];
}

function logCharges(
  { sideCosts, workload, offer, meters, charge }: Around,
  card: RateCard,
): MeteredCharge[] {
  const gb = logGbPerRequest(workload);
  if (sideCosts.logs !== true || gb === 0) return [];
  const own = offer.kind === "function" ? meters.functionLogs : undefined;
  const hasOwn = own !== undefined && card.meterNames(own[0]).includes(own[1]);
  return [charge("logs", hasOwn ? own : meters.logs, perRequest(gb))];
}

function workCharges({ sideCosts, offer }: Around, terms: PricingTerms): MeteredCharge[] {
  const { operations } = sideCosts;
  if (operations === undefined) return [];
  const hours = offer.kind === "function" ? operations.functionHours : operations.machineHours;
  const price = inTerms(ownHourlyRate(operations.usdPerHour), false, terms);
  return [{ meter: "operations", usage: perMonth(hours), price }];
}

function ownHourlyRate(usdPerHour: number): Price {
  return {
    unit: "hour of work",
    currency: "USD",
    free: 0,
    tiers: [{ upTo: Infinity, unitPrice: usdPerHour }],
    provenance: null,
  };
}
