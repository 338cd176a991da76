import { takeContainers } from "./container-machines.ts";
import { takeCustomPrices } from "./custom-prices.ts";
import { METERING_RULES } from "./metering-rules.ts";
import { takeSideCharges } from "./side-charges.ts";

let loading: Promise<void> | null = null;

/**
 * Loads what the page's first answer does without: the services that the default question does not
 * compare, prices of one's own, and what is counted around. A failed load is tried again at the next call.
 */
export async function loadWholeEngine(): Promise<void> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  await loading;
}

async function load(): Promise<void> {
  const rest = await import("./rest.ts");
  Object.assign(METERING_RULES, rest.METERING_RULES);
  takeContainers(rest.containers);
  takeCustomPrices(rest.customPrices);
  takeSideCharges(rest.sideCharges);
}
