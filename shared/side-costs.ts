import type { RateCard } from "./catalog/card.ts";
import type { ProviderId } from "./catalog/providers.ts";
import { PricingError } from "./engine/errors.ts";
import type { Price } from "./engine/price.ts";
import type { MeteredCharge, Usage } from "./engine/usage.ts";
import type { Offer } from "./offer.ts";
import { inTerms, type PricingTerms } from "./pricing-terms.ts";
import { HOURS_PER_MONTH, SECONDS_PER_HOUR } from "./units.ts";
import { egressGbPerRequest, logGbPerRequest, type Workload } from "./workload.ts";

/** How requests reach a function. */
export const FRONT_DOORS = [
  "none",
  "function_url",
  "http_api",
  "rest_api",
  "load_balancer",
] as const;
export type FrontDoor = (typeof FRONT_DOORS)[number];

/** What is counted around functions and machines; what is left out is not counted. */
export interface SideCosts {
  /** How requests reach functions. A function URL costs nothing of its own. */
  readonly frontDoor?: FrontDoor;
  /** A load balancer before machines, as soon as there is more than one. */
  readonly loadBalancer?: boolean;
  /** A public IPv4 address of each machine. */
  readonly publicIpv4?: boolean;
  /** Disk of each machine, GB. */
  readonly diskGb?: number;
  /** A NAT gateway that carries the egress, on both sides. */
  readonly natGateway?: boolean;
  /** Logs, as much of them as the workload says, on both sides. */
  readonly logs?: boolean;
  /** Work of people, hours a month of each side, and US dollars an hour. */
  readonly operations?: {
    readonly functionHours: number;
    readonly machineHours: number;
    readonly usdPerHour: number;
  };
}

/** Where a provider's side costs stand in its card: service and meter. */
interface SideMeters {
  readonly loadBalancerHours: readonly [service: string, meter: string];
  /** For providers that bill a balancer by what goes through it. */
  readonly loadBalancerUnits?: readonly [service: string, meter: string];
  readonly publicIpv4Hours: readonly [service: string, meter: string];
  readonly disk: readonly [service: string, meter: string];
  readonly natHours: readonly [service: string, meter: string];
  readonly natData: readonly [service: string, meter: string];
  readonly logs: readonly [service: string, meter: string];
}

const SIDE_METERS: { readonly [provider in ProviderId]?: Partial<SideMeters> } = {
  aws: {
    loadBalancerHours: ["aws_load_balancer", "alb_hours"],
    loadBalancerUnits: ["aws_load_balancer", "lcu_hours"],
    publicIpv4Hours: ["aws_vpc", "public_ipv4"],
    disk: ["aws_ebs", "gp3_storage"],
    natHours: ["aws_vpc", "nat_gateway_hours"],
    natData: ["aws_vpc", "nat_gateway_data"],
    logs: ["aws_cloudwatch_logs", "ingest"],
  },
  google: {
    publicIpv4Hours: ["google_vpc", "public_ipv4"],
    disk: ["google_disk", "balanced"],
    natHours: ["google_vpc", "nat_gateway_hours"],
    natData: ["google_vpc", "nat_gateway_data"],
  },
  azure: {
    publicIpv4Hours: ["azure_vpc", "public_ipv4"],
    natHours: ["azure_vpc", "nat_gateway_hours"],
    natData: ["azure_vpc", "nat_gateway_data"],
  },
  oci: {
    loadBalancerHours: ["oci_load_balancer", "base_hours"],
    disk: ["oci_block_volume", "storage"],
  },
};

/** One LCU-hour: 25 new connections a second or 1 GB an hour. https://aws.amazon.com/elasticloadbalancing/pricing/ */
const CONNECTIONS_PER_LCU_HOUR = 25 * SECONDS_PER_HOUR;
const GB_PER_LCU_HOUR = 1;
/** Fewest machines that need a balancer before them. */
const BALANCED_MACHINES = 2;

/** The charges around an offer. A switch that is on but whose price the card lacks is a `PricingError`. */
export function sideCharges(
  workload: Workload,
  offer: Offer,
  terms: PricingTerms,
  card: RateCard,
): MeteredCharge[] {
  const { sideCosts } = terms;
  if (sideCosts === undefined) return [];
  const meters = SIDE_METERS[card.provider] ?? {};
  const charge = (
    meter: string,
    place: readonly [string, string] | undefined,
    usage: Usage,
  ): MeteredCharge => {
    if (place === undefined) {
      throw new PricingError("no_price", ["region"], {
        service: card.provider,
        meter,
        region: card.region,
      });
    }
    const price = inTerms(card.price(place[0], place[1]), terms.includeFreeTier, terms);
    return { meter, usage, price };
  };
  const perMonth = (fixed: number) => ({ fixed, perRequest: 0 });
  const perRequest = (amount: number) => ({ fixed: 0, perRequest: amount });

  const charges: MeteredCharge[] = [];
  if (offer.kind === "function") {
    charges.push(...frontDoorCharges(sideCosts.frontDoor ?? "none", workload, meters, charge));
  } else {
    if (sideCosts.diskGb !== undefined && sideCosts.diskGb > 0) {
      charges.push(charge("disk", meters.disk, { perMachine: sideCosts.diskGb }));
    }
    if (sideCosts.publicIpv4 === true) {
      charges.push(charge("public_ipv4", meters.publicIpv4Hours, { perMachine: HOURS_PER_MONTH }));
    }
    if (sideCosts.loadBalancer === true) {
      charges.push(
        charge("load_balancer", meters.loadBalancerHours, {
          perFleet: HOURS_PER_MONTH,
          fromMachines: BALANCED_MACHINES,
        }),
      );
    }
  }
  if (sideCosts.natGateway === true) {
    charges.push(
      charge("nat_gateway", meters.natHours, perMonth(HOURS_PER_MONTH)),
      charge("nat_data", meters.natData, perRequest(egressGbPerRequest(workload))),
    );
  }
  const logGb = logGbPerRequest(workload);
  if (sideCosts.logs === true && logGb > 0) {
    charges.push(charge("logs", meters.logs, perRequest(logGb)));
  }
  const { operations } = sideCosts;
  if (operations !== undefined) {
    const hours = offer.kind === "function" ? operations.functionHours : operations.machineHours;
    const price = inTerms(ownHourlyRate(operations.usdPerHour), false, terms);
    charges.push({ meter: "operations", usage: perMonth(hours), price });
  }
  return charges;
}

/** What stands before functions is charged from the first request on, by the request. */
function frontDoorCharges(
  frontDoor: FrontDoor,
  workload: Workload,
  meters: Partial<SideMeters>,
  charge: (
    meter: string,
    place: readonly [string, string] | undefined,
    usage: Usage,
  ) => MeteredCharge,
): MeteredCharge[] {
  const eachRequest = { fixed: 0, perRequest: 1 };
  if (frontDoor === "http_api") {
    return [charge("api_gateway", ["aws_api_gateway", "http"], eachRequest)];
  }
  if (frontDoor === "rest_api") {
    return [charge("api_gateway", ["aws_api_gateway", "rest"], eachRequest)];
  }
  if (frontDoor !== "load_balancer") return [];
  const lcuHours = Math.max(
    1 / CONNECTIONS_PER_LCU_HOUR,
    egressGbPerRequest(workload) / GB_PER_LCU_HOUR,
  );
  return [
    charge("load_balancer", meters.loadBalancerHours, { fixed: HOURS_PER_MONTH, perRequest: 0 }),
    ...(meters.loadBalancerUnits === undefined
      ? []
      : [
          charge("load_balancer_units", meters.loadBalancerUnits, {
            fixed: 0,
            perRequest: lcuHours,
          }),
        ]),
  ];
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
