import type { RateCard } from "./catalog/card.ts";
import { findMachine } from "./catalog/find-machine.ts";
import type { Machine, MachineCharge } from "./catalog/machine.ts";
import { isCommitment } from "./catalog/purchase.ts";
import { cappedMonth } from "./catalog/capped-month.ts";
import { capacityOf, type Capacity, type CapacityDemand } from "./engine/capacity.ts";
import { PricingError } from "./engine/errors.ts";
import { fleetFor, monthlyCapacity, type Sizing } from "./engine/sizing.ts";
import { partOf, type Fleet } from "./engine/fleet.ts";
import type { FleetUsage, MeteredCharge } from "./engine/usage.ts";
import { atMost } from "./metering/at-most.ts";
import { containerStorage } from "./metering/container-storage.ts";
import { surplusCharge } from "./metering/surplus-vcpu.ts";
import { machineRequests } from "./metering/machine-requests.ts";
import { hoursOf, type MachineOffer } from "./offer.ts";
import { inTerms, type PricingTerms } from "./pricing-terms.ts";
import { HOURS_PER_MONTH } from "./units.ts";
import { capacityDemandOf, type Workload } from "./workload.ts";

/** A machine with what it is billed by, and the fleet of it that carries the workload. */
export interface MachinePricing {
  readonly charges: MeteredCharge[];
  /** `null` for a machine that cannot hold one request. */
  readonly fleet: Fleet | null;
  readonly machine: Machine;
  readonly capacity: Capacity;
  /** Requests a month that one machine carries. */
  readonly requestsPerMachine: number;
}

/**
 * Prices machines: what each is billed by a month (its hours, its OCPUs and GB, its disk), what is
 * billed by request beside them, and how many of them the workload needs. Throws `PricingError` for a
 * type that the region does not have, does not sell so or that the service does not take, and for an
 * option that the service lacks.
 *
 * What is committed is owed all month: an autoscaled fleet of committed machines is billed as many as
 * the peak needs. A machine that runs `hoursPerMonth` (of 730) serves all requests in those hours, so
 * it carries that part of what it would in a month.
 */
export function priceMachine(
  workload: Workload,
  offer: MachineOffer,
  terms: PricingTerms,
  card: RateCard,
): MachinePricing {
  const machine = findMachine(card, offer.service, offer.instanceType);
  const demand = capacityDemandOf(workload);
  const charges: MeteredCharge[] = [];
  const listed = chargesOf(machine, offer, card);
  const storage = containerStorage(offer, card);
  for (const charge of storage.length === 0 ? listed : [...listed, ...storage]) {
    charges.push({
      meter: charge.meter,
      usage: usageOf(charge, offer, workload, terms),
      price: inTerms(charge.price, terms.includeFreeTier, terms),
    });
  }
  for (const { service, meter, usage } of machineRequests(offer.service, demand)) {
    const price = inTerms(card.price(service, meter), terms.includeFreeTier, terms);
    charges.push({ meter, usage, price });
  }
  if (isUnlimited(offer, machine)) {
    charges.push(surplusCharge(offer, machine, demand, terms, card));
  }
  const capacity = capacityFor(offer, machine, demand);
  const requestsPerMachine =
    monthlyCapacity(capacity.requestsPerSecond, workload.peakToAverage) *
    Math.min(1, hoursOf(offer) / HOURS_PER_MONTH);
  const sizing = sizingOf(offer, machine);
  const fleet = fleetFor(sizing, requestsPerMachine, workload.hourlyWeights);
  return { charges, fleet, machine, capacity, requestsPerMachine };
}

/** What a machine of an offer carries: one that is unlimited all that its vCPUs do. */
export function capacityFor(
  offer: MachineOffer,
  machine: Machine,
  demand: CapacityDemand,
): Capacity {
  return capacityOf(isUnlimited(offer, machine) ? { ...machine, baseline: 1 } : machine, demand);
}

/** Whether it may use more than it sustains, and is billed for it. */
function isUnlimited({ unlimited }: MachineOffer, { baseline }: Machine): boolean {
  return unlimited === true && baseline < 1;
}

/**
 * What a month of a machine uses of a meter, in the meter's unit: of a machine that is not committed
 * the part of the month that it runs, by the discount for running longer or the cap of a day.
 */
function usageOf(
  { usage, caps, whileRunning }: MachineCharge,
  offer: MachineOffer,
  { hourlyWeights }: Workload,
  { ignoresSustainedUse }: PricingTerms,
): FleetUsage {
  const { perMachine } = usage;
  if (ignoresSustainedUse === true) return { perMachine };
  const runsAllMonth = offer.hoursPerMonth === undefined;
  const isOwed = isCommitment(offer.purchase) && whileRunning !== true;
  const profile = runsAllMonth ? hourlyWeights : undefined;
  const partMonth = caps === undefined ? usage.partMonth : cappedMonth(caps, profile);
  if (runsAllMonth || isOwed) return partMonth === undefined ? usage : { perMachine, partMonth };
  return { perMachine: perMachine * partOf(partMonth, hoursOf(offer) / HOURS_PER_MONTH) };
}

function chargesOf(
  machine: Machine,
  { purchase }: MachineOffer,
  card: RateCard,
): readonly MachineCharge[] {
  const charges = machine.charges[purchase];
  if (charges !== undefined) return charges;
  throw new PricingError("not_sold_so", ["purchase"], {
    instanceType: machine.name,
    purchase,
    region: card.region,
    allowed: Object.keys(machine.charges),
  });
}

/**
 * How many machines are billed: committed ones do not come and go with the load, and of a type of which
 * only so many can be had there is no fleet that grows. More of it than can be had is a `PricingError`.
 */
export function sizingOf(offer: MachineOffer, { soldAtMost }: Pick<Machine, "soldAtMost">): Sizing {
  const { sizing: asked, purchase, hoursPerMonth } = offer;
  const comesAndGoes = !isCommitment(purchase) && hoursPerMonth === undefined;
  const sizing: Sizing =
    asked.kind === "autoscaled" && !comesAndGoes ? { ...asked, kind: "peak" } : asked;
  if (soldAtMost === undefined) return sizing;
  const isFixed = sizing.kind === "fixed";
  const least = isFixed ? sizing.machines : sizing.minimumMachines;
  atMost(offer, isFixed ? "machines" : "minimumMachines", least, soldAtMost, "machines");
  return { kind: "fixed", machines: isFixed ? least : soldAtMost };
}
