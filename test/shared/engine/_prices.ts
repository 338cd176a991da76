import type { Price, PriceTier } from "../../../shared/engine/price.ts";
import type { Fleet } from "../../../shared/engine/fleet.ts";
import type { MeteredCharge } from "../../../shared/engine/usage.ts";
import type { Billed } from "../../_exact.ts";

const PROVENANCE = {
  source: "built by the test",
  url: "https://example.com/",
  date: "2026-01-01",
  confidence: "high",
} as const;

/** A price of these tiers after `free` units. */
export function tieredPrice(tiers: readonly PriceTier[], free = 0): Price {
  return { currency: "USD", unit: "unit", free, tiers, provenance: PROVENANCE };
}

/** One price for every unit after `free`. */
export function flatPrice(unitPrice: number, free = 0): Price {
  return tieredPrice([{ upTo: Infinity, unitPrice }], free);
}

/** A meter that counts requests. */
export function perRequestCharge(price: Price, perRequest = 1): MeteredCharge {
  return { meter: "requests", usage: { fixed: 0, perRequest }, price };
}

/** A sum that is paid once a month. */
export function subscription(amount: number): MeteredCharge {
  return { meter: "subscription", usage: { fixed: 1, perRequest: 0 }, price: flatPrice(amount) };
}

/** A meter of which every machine uses so much. */
export function perMachineCharge(price: Price, perMachine = 1): MeteredCharge {
  return { meter: "machines", usage: { perMachine }, price };
}

/** An offer that costs the same for each request. */
export function line(perRequest: number, fixed = 0): Billed {
  return { charges: [perRequestCharge(flatPrice(perRequest)), subscription(fixed)], fleet: null };
}

/** An offer of machines that cost the same each. */
export function machines(unitPrice: number, fleet: Fleet): Billed {
  return { charges: [perMachineCharge(flatPrice(unitPrice))], fleet };
}
