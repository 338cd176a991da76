import type { ProviderId } from "../../../shared/catalog/providers.ts";
import type { Purchase } from "../../../shared/catalog/purchase.ts";
import type { PriceFile, RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { card as completeCard } from "../../../tools/rate-cards/facts/card-parts.ts";
import { machineTypes, type MachineRow } from "../../../tools/rate-cards/machine-rows.ts";
import { NAMING } from "../../../tools/rate-cards/naming.ts";

/** The source of all prices of the cards below. */
export const OLD_SOURCE = { title: "An old list", url: "https://example.org/", date: "2024-05-01" };
/** Where their prices are from. */
export const OLD_ORIGIN = { source: "old", confidence: "medium", note: "Of old." } as const;

/** A machine type at these prices. */
export function row(
  name: string,
  prices: { readonly [purchase in Purchase]?: number },
  size: Partial<MachineRow> = {},
): MachineRow {
  return {
    name,
    vcpu: 2,
    memoryMb: 4096,
    ...size,
    prices: Object.fromEntries(
      Object.entries(prices).map(([purchase, unitPrice]) => [
        purchase,
        { unitPrice, from: OLD_ORIGIN },
      ]),
    ),
  };
}

/** A meter's price without tiers. */
export function meter(unit: string, unitPrice: number, free?: number): PriceFile {
  const tiers = [[null, unitPrice]] as const;
  return { unit, ...(free === undefined ? {} : { free }), tiers, ...OLD_ORIGIN };
}

/** A small card. */
export function smallCard(
  provider: ProviderId,
  region: string,
  rows: readonly MachineRow[],
  rest: Partial<RateCardFile> = {},
): RateCardFile {
  return completeCard(
    {
      provider,
      region,
      currency: "USD",
      services: {},
      ...rest,
      ...(rows.length === 0 ? {} : { machine_types: machineTypes(rows, "hour", NAMING[provider]) }),
    },
    { old: OLD_SOURCE },
  );
}
