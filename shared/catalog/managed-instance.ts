import { mapUnitPrices } from "../engine/price.ts";
import type { RateCard } from "./card.ts";
import type { Machine, MachineCharge } from "./machine.ts";
import type { Purchase } from "./purchase.ts";

const SERVICE = "aws_lambda_managed_instances";

/**
 * An instance that Lambda runs functions on: the EC2 machine however it is bought, and a
 * management fee that is a share of its on-demand price. https://aws.amazon.com/lambda/pricing/
 */
export function managedInstance(card: RateCard, machine: Machine): Machine {
  const feeShare = card.price(SERVICE, "management_fee").tiers[0]?.unitPrice ?? 0;
  const fees = (machine.charges.on_demand ?? []).map((charge): MachineCharge => ({
    ...charge,
    meter: "management_fee",
    price: mapUnitPrices(charge.price, (unitPrice) => unitPrice * feeShare),
  }));
  const charges = Object.entries(machine.charges).map(
    ([purchase, listed]) => [purchase as Purchase, [...listed, ...fees]] as const,
  );
  return { ...machine, charges: Object.fromEntries(charges) };
}
