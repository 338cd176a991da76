import type { RateCard } from "../catalog/card.ts";
import type { Machine } from "../catalog/machine.ts";
import type { CapacityDemand } from "../engine/capacity.ts";
import { PricingError } from "../engine/errors.ts";
import type { MeteredCharge } from "../engine/usage.ts";
import { hoursOf, type MachineOffer } from "../offer.ts";
import { inTerms, type PricingTerms } from "../pricing-terms.ts";
import { MS_PER_SECOND, SECONDS_PER_HOUR } from "../units.ts";

/**
 * vCPU-hours beyond what the machines sustain, and at most those that their vCPUs have beyond it.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode-concepts.html
 */
export function surplusCharge(
  offer: MachineOffer,
  { vcpu, baseline, architecture, name }: Machine,
  { cpuMs }: CapacityDemand,
  terms: PricingTerms,
  card: RateCard,
): MeteredCharge {
  const { sizing, service } = offer;
  if (sizing.kind !== "fixed" || service !== "aws_ec2") {
    throw new PricingError("not_sold_so", ["unlimited"], {
      instanceType: name,
      purchase: "unlimited",
      region: card.region,
      allowed: ["aws_ec2 with a fixed number of machines"],
    });
  }
  const price = card.price("aws_ec2", `surplus_vcpu.${architecture}`);
  const vcpuHours = sizing.machines * vcpu * hoursOf(offer);
  const perRequest = cpuMs / (MS_PER_SECOND * SECONDS_PER_HOUR);
  return {
    meter: "surplus_vcpu",
    usage: {
      fixed: -vcpuHours * baseline,
      perRequest,
      bends: [{ at: vcpuHours / perRequest, perRequest: 0 }],
    },
    price: inTerms(price, terms.includeFreeTier, terms),
  };
}
