import * as containerMachines from "./container-machines.ts";
import * as customPrices from "./custom-prices.ts";
import * as meteringRules from "./metering-rules.ts";
import * as sideCharges from "./side-charges.ts";

const STAND_INS = [containerMachines, customPrices, meteringRules, sideCharges];

let loading: Promise<void> | null = null;

/**
 * Loads what the page's first answer does without: the services that the default question does not
 * compare, prices of one's own, and what is counted around. A failed load is tried again at the next
 * call.
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
  for (const standIn of STAND_INS) standIn.take(rest);
}
