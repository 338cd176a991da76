import { PricingError } from "../engine/errors.ts";
import { mapUnitPrices } from "../engine/price.ts";
import type { RateCard } from "./card.ts";
import type { Machine, MachineCharge } from "./machine.ts";
import type { Purchase } from "./purchase.ts";

const SERVICE = "aws_lambda_managed_instances";

/**
 * Types that Lambda takes: families c, m and r from the 5th generation on, `large` and larger.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-capacity-providers.html
 */
const TYPES = /^[cmr](?:[5-9]|[1-9]\d)[a-z0-9-]*\.(?:\d+x|x)?large$/u;
const TYPES_ALLOWED = ["families c, m and r from the 5th generation on", "large and larger"];

/**
 * An instance that Lambda runs functions on: the EC2 machine however it is bought, and a
 * management fee that is a share of its listed on-demand price, for the hours that it runs. A type
 * that Lambda does not take is a `PricingError`. https://aws.amazon.com/lambda/pricing/
 */
export function managedInstance(card: RateCard, machine: Machine): Machine {
  if (!TYPES.test(machine.name)) {
    throw new PricingError("type_not_supported", ["instanceType"], {
      instanceType: machine.name,
      service: SERVICE,
      allowed: TYPES_ALLOWED,
    });
  }
  const feeShare = card.price(SERVICE, "management_fee").tiers[0]?.unitPrice ?? 0;
  const atListPrice = card.listed?.machine(machine.name) ?? machine;
  const fees = (atListPrice.charges.on_demand ?? []).map((charge): MachineCharge => ({
    ...charge,
    meter: "management_fee",
    whileRunning: true,
    price: mapUnitPrices(charge.price, (unitPrice) => unitPrice * feeShare),
  }));
  const charges = Object.entries(machine.charges).map(
    ([purchase, listed]) => [purchase as Purchase, [...listed, ...fees]] as const,
  );
  return { ...machine, charges: Object.fromEntries(charges) };
}
