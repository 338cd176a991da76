import { readFile } from "node:fs/promises";
import type { CardKey } from "../../shared/catalog/card-store.ts";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";
import { cardsFor } from "../../shared/simulate.ts";
import { starterCards } from "../../web/build/starter-cards.ts";
import { DEFAULT_INPUTS, offersOf, type SimulationInputs } from "../../web/state/inputs.ts";
import { Simulation, type Answer } from "../../web/state/simulation.ts";

/** Reads the rate cards of the source tree. */
export async function readCard({ provider, region }: CardKey): Promise<RateCardFile> {
  const url = new URL(`../../shared/rate-cards/${provider}/${region}.json`, import.meta.url);
  return JSON.parse(await readFile(url, "utf8")) as RateCardFile;
}

/** A simulation that has answered the default inputs, with some changed. */
export async function answeredSimulation(
  patch: Partial<SimulationInputs> = {},
): Promise<{ simulation: Simulation; answer: Answer }> {
  const simulation = new Simulation(readCard);
  simulation.inputs = { ...simulation.inputs, ...patch };
  await simulation.answerInputs();
  return { simulation, answer: answerOf(simulation) };
}

/** The cut-down cards that the build writes for the first answer. */
export async function readStarterCards(): Promise<RateCardFile[]> {
  const keys = cardsFor(offersOf(DEFAULT_INPUTS));
  const files = await Promise.all(keys.map(readCard));
  return starterCards(({ provider, region }) => {
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
