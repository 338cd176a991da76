import type { RateCard } from "./catalog/card.ts";
import { findMachine } from "./catalog/find-machine.ts";
import type { Machine, MachineCharge } from "./catalog/machine.ts";
import { capacityOf, type Capacity, type CapacityDemand } from "./engine/capacity.ts";
import { PricingError } from "./engine/errors.ts";
import { fleetFor, monthlyCapacity, type Sizing } from "./engine/sizing.ts";
import type { Fleet, MeteredCharge } from "./engine/usage.ts";
import { REQUESTS } from "./metering/rule.ts";
import type { MachineOffer } from "./offer.ts";
import { inTerms, type PricingTerms } from "./pricing-terms.ts";
import { HOURS_PER_MONTH, MS_PER_SECOND, SECONDS_PER_HOUR } from "./units.ts";
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

/** Prices machines. Throws `PricingError` for a type that the region does not have or not sell so. */
export function priceMachine(
  workload: Workload,
  offer: MachineOffer,
  terms: PricingTerms,
  card: RateCard,
): MachinePricing {
  const machine = findMachine(card, offer.service, offer.instanceType);
  const charges = chargesOf(machine, offer, card).map(({ meter, usage, price }): MeteredCharge => ({
    meter,
    usage: terms.ignoresSustainedUse === true ? withoutPartMonth(usage) : usage,
    price: inTerms(price, terms.includeFreeTier, terms),
  }));
  if (offer.service === "aws_lambda_managed_instances") {
    const price = inTerms(card.price(offer.service, "requests"), terms.includeFreeTier, terms);
    charges.push({ ...REQUESTS, price });
  }
  const demand = capacityDemandOf(workload);
  const isUnlimited = offer.unlimited === true && machine.baseline < 1;
  if (isUnlimited) charges.push(surplusCharge(offer, machine, demand, terms, card));
  const capacity = capacityOf(isUnlimited ? { ...machine, baseline: 1 } : machine, demand);
  const requestsPerMachine = monthlyCapacity(capacity.requestsPerSecond, workload.peakToAverage);
  const sizing = sizingOf(offer, machine);
  const fleet = fleetFor(sizing, requestsPerMachine, workload.hourlyWeights);
  return { charges, fleet, machine, capacity, requestsPerMachine };
}

/**
 * vCPU-hours beyond what the machines sustain.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode-concepts.html
 */
function surplusCharge(
  { sizing, service }: MachineOffer,
  { vcpu, baseline, architecture, name }: Machine,
  { cpuMs }: CapacityDemand,
  terms: PricingTerms,
  card: RateCard,
): MeteredCharge {
  if (sizing.kind !== "fixed" || service !== "aws_ec2") {
    throw new PricingError("not_sold_so", ["unlimited"], {
      instanceType: name,
      purchase: "unlimited",
      region: card.region,
      allowed: ["aws_ec2 with a fixed number of machines"],
    });
  }
  const price = card.price("aws_ec2", `surplus_vcpu.${architecture}`);
  return {
    meter: "surplus_vcpu",
    usage: {
      fixed: -sizing.machines * vcpu * baseline * HOURS_PER_MONTH,
      perRequest: cpuMs / (MS_PER_SECOND * SECONDS_PER_HOUR),
    },
    price: inTerms(price, terms.includeFreeTier, terms),
  };
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

function withoutPartMonth(usage: MachineCharge["usage"]): MachineCharge["usage"] {
  return "perMachine" in usage ? { perMachine: usage.perMachine } : usage;
}

/** A type of which only so many can be had is no fleet that grows. */
function sizingOf({ sizing }: MachineOffer, { soldAtMost }: Machine): Sizing {
  if (soldAtMost === undefined) return sizing;
  const machines = sizing.kind === "fixed" ? sizing.machines : soldAtMost;
  return { kind: "fixed", machines: Math.min(machines, soldAtMost) };
}
