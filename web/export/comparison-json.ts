import type { LoadedCards } from "../../shared/catalog/catalog.ts";
import { FIELDS } from "../../shared/fields.ts";
import { compareAnswer } from "../../shared/mapping/compare-answer.ts";
import type { Messages } from "../../shared/messages/messages.ts";
import type { Offer } from "../../shared/offer.ts";
import type { CompareAnswer } from "../../shared/schema/answers/compare.ts";
import { simulate, type SimulationInput } from "../../shared/simulate.ts";
import type { Answer } from "../state/simulation.ts";
import { requestBody } from "./request-body.ts";

/** The question with its answer as the API has them; `words`: those of the API, English. */
export function comparisonJson(
  answer: Answer,
  cards: LoadedCards,
  today: string,
  words: Messages,
): string {
  const { inputs, question, requestsViewed } = answer;
  return JSON.stringify(
    {
      request: requestBody(inputs, requestsViewed, question.offers),
      answer: apiAnswer(answer, cards, today, words),
    },
    null,
    2,
  );
}

/** What the API would answer to the same question: offers that cannot be bought are part of it. */
export function apiAnswer(
  { question }: Answer,
  cards: LoadedCards,
  today: string,
  words: Messages,
): CompareAnswer {
  const asked: SimulationInput = {
    ...question,
    // The API makes up names of its own, and looks no further than its range.
    offers: question.offers.map(withoutId),
    range: { ...question.range, max: Math.min(question.range.max, FIELDS.range_max.max) },
  };
  return compareAnswer(asked, simulate(asked, cards), cards, today, words);
}

function withoutId(offer: Offer): Offer {
  const { id: _, ...rest } = offer;
  return rest;
}
