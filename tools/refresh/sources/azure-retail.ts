import type { GoneRegion, Observation } from "../observation.ts";
import { withBar } from "../with-bar.ts";
import { azureFunctions } from "./azure-functions-meters.ts";
import { readAzureItems } from "./azure-items.ts";
import { azureMachines } from "./azure-virtual-machines.ts";
import type { ReadSource } from "./source.ts";

/** Virtual machines and functions of the Azure regions that have a card, in US dollars. */
export const readAzure: ReadSource = async (context) => {
  const { cards, progress, today } = context;
  const observations: Observation[] = [];
  const goneRegions: GoneRegion[] = [];
  await withBar(progress, "Azure regions", cards.length, async (advance) => {
    for (const card of cards) {
      const { region } = card;
      const machines = await readAzureItems("Virtual Machines", region, context);
      const functions = await readAzureItems("Functions", region, context);
      if (machines.length === 0) {
        goneRegions.push({ provider: "azure", region, source: "Azure Retail Prices" });
      } else {
        observations.push(azureMachines(card, machines, today));
        observations.push(azureFunctions(region, functions, today));
      }
      advance(1);
    }
  });
  return { observations, goneRegions };
};
