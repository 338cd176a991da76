import type { LoadedCards } from "../catalog/catalog.ts";
import { flipsOf } from "../drivers/flips.ts";
import type { Messages } from "../messages/messages.ts";
import type { CompareAnswer } from "../schema/answers/compare.ts";
import type { Comparison, SimulationInput } from "../simulate.ts";
import { toComparisonAnswer } from "./comparison-answer.ts";

/** What the verdict says of, besides requests. */
const VERDICT_DRIVERS = ["execution_time", "memory", "cpu_time"] as const;

/**
 * All that `/compare` answers to a question: the page gives the same as a file. `today`,
 * `YYYY-MM-DD`, tells which prices are old; `words`: those of the API, English.
 */
export function compareAnswer(
  input: SimulationInput,
  comparison: Comparison,
  cards: LoadedCards,
  today: string,
  words: Messages,
): CompareAnswer {
  const flips = flipsOf(input, input.offers, VERDICT_DRIVERS, cards);
  return toComparisonAnswer(input, comparison, flips, today, words);
}
