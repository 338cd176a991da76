import type { SimulationInput } from "../../shared/price-offers.ts";
import type { SimulationInputs } from "./inputs.ts";
import { offersOf, sideCostsOf, termsOf, workloadOf } from "./question.ts";

/** What inputs ask of the engine. */
export interface Asked extends Omit<SimulationInput, "range"> {
  /** Whether prices are asked for that the cut-down cards of the start do not hold. */
  readonly needsWholeCards: boolean;
}

/** The question that the inputs ask. */
export function ask(inputs: SimulationInputs): Asked {
  return {
    offers: offersOf(inputs),
    workload: workloadOf(inputs),
    terms: termsOf(inputs),
    needsWholeCards:
      sideCostsOf(inputs) !== null ||
      inputs.customPrices.length > 0 ||
      inputs.machines.some(({ purchase }) => purchase !== "on_demand"),
  };
}
