import { CatalogIndex } from "../../shared/catalog/catalog-index.ts";
import { cardsFor } from "../../shared/cards-for.ts";
import { diskCatalog } from "../../worker/disk-catalog.ts";
import { starterCards } from "../../web/build/starter-cards.ts";
import { DEFAULT_INPUTS } from "../../web/state/default-inputs.ts";
import type { SimulationInputs } from "../../web/state/inputs.ts";
import type { StarterCardFile } from "../../web/state/starter-card.ts";
import { offersOf } from "../../web/state/question.ts";
import { Simulation, type Answer } from "../../web/state/simulation.ts";

/** Reads the catalog of the source tree. */
export const CATALOG = diskCatalog();

/** A simulation that has answered the default inputs, with some changed. */
export async function answeredSimulation(
  patch: Partial<SimulationInputs> = {},
): Promise<{ simulation: Simulation; answer: Answer }> {
  const simulation = new Simulation(CATALOG);
  simulation.inputs = { ...simulation.inputs, ...patch };
  await simulation.answerInputs();
  return { simulation, answer: answerOf(simulation) };
}

/** The cut-down cards that the build writes for the first answer. */
export async function readStarterCards(): Promise<StarterCardFile[]> {
  const index = new CatalogIndex(await CATALOG.index());
  const files = await Promise.all(cardsFor(offersOf(DEFAULT_INPUTS), index).map(CATALOG.card));
  return starterCards(index, ({ provider, region }) => {
    const found = files.find((file) => file.provider === provider && file.region === region);
    if (found === undefined) throw new Error(`no card ${provider}/${region}`);
    return found;
  });
}

/** The answer of a simulation that has one. */
export function answerOf({ answer }: Simulation): Answer {
  if (answer === null) throw new Error("the simulation has no answer yet");
  return answer;
}
