import type { RateCard } from "../catalog/card.ts";
import type { MachineCharge } from "../catalog/machine.ts";
import { PricingError } from "../engine/errors.ts";
import type { MachineOffer } from "../offer.ts";
import { atMost } from "./at-most.ts";
import { FARGATE_STORAGE_MB } from "./fargate-storage.ts";
import { HOURS_PER_MONTH, MB_PER_GB } from "../units.ts";

/**
 * What the storage of a container that runs all month is billed by: GB-hours beyond what is included.
 * Throws `PricingError` for a service whose machines have none to choose, and beyond the most.
 */
export function containerStorage(
  { service, ephemeralStorageMb }: MachineOffer,
  card: RateCard,
): MachineCharge[] {
  if (ephemeralStorageMb === undefined) return [];
  if (service !== "aws_fargate") {
    throw new PricingError("option_not_offered", ["ephemeralStorageMb"], {
      option: "ephemeralStorageMb",
      service,
      allowed: [],
    });
  }
  const { included, most } = FARGATE_STORAGE_MB;
  atMost({ service }, "ephemeralStorageMb", ephemeralStorageMb, most, "MB");
  const chargedGb = (ephemeralStorageMb - included) / MB_PER_GB;
  if (chargedGb <= 0) return [];
  return [
    {
      meter: "ephemeral_storage",
      usage: { perMachine: chargedGb * HOURS_PER_MONTH },
      price: card.price(service, "ephemeral_storage"),
    },
  ];
}
