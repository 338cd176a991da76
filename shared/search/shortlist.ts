import type { CardKey } from "../catalog/catalog.ts";
import { Candidates, type Candidate } from "./candidates.ts";
import { costsAround, indexedCards } from "./cost-around.ts";
import { fleetNeedOf } from "./fleet-need.ts";
import { functionsFor } from "./function-candidates.ts";
import { allows, type SearchQuestion } from "./question.ts";
import { nameOfCard, type SearchIndex } from "./search-index.ts";
import { sizedMachinesFor } from "./sized-machines.ts";
import { lookAtTables } from "./table-machines.ts";

/** What a search found before it loads any card. */
export interface Shortlist {
  /** The cheapest by their least cost, in that order. */
  readonly candidates: readonly Candidate[];
  /** The least cost of those that are not in it; `Infinity` when all are. */
  readonly othersAtLeast: number;
  /** All functions, with what they cost. */
  readonly functions: readonly Candidate[];
  /** Offers that were looked at, and how many of them carry the load in the allowed number. */
  readonly considered: number;
  readonly carrying: number;
}

/**
 * Goes through every offer of these cards. Machine types are costed from the packed columns, at least
 * by their price and by what is charged around the fewest of them, and the `length` cheapest of them are
 * kept; what is charged around more machines only adds.
 */
export function shortlist(
  question: SearchQuestion,
  index: SearchIndex,
  keys: readonly CardKey[],
  length: number,
): Shortlist {
  const { kinds, purchases = ["on_demand"] } = question.filters;
  const found = new Candidates(question, length);
  const need = fleetNeedOf(question);
  const costAround = costsAround(question);
  const cardOf = indexedCards(question, index);
  const lookAtFunctions = functionsFor(question, costAround, found);
  const lookAtSizes = sizedMachinesFor(question, need, costAround, found);
  if (allows(kinds, "machine")) {
    const wanted = new Set(keys.map(nameOfCard));
    lookAtTables(question, index, need, costAround, found, (key) =>
      wanted.has(nameOfCard(key)) ? cardOf(key) : null,
    );
  }
  for (const key of keys) {
    const card = cardOf(key);
    if (allows(kinds, "function")) lookAtFunctions(key, card);
    if (allows(kinds, "machine") && allows(purchases, "on_demand")) lookAtSizes(key, card);
  }
  const { considered, carrying, best } = found;
  return {
    candidates: found.machines(),
    othersAtLeast: best.leastLeftOut,
    functions: found.functions,
    considered,
    carrying,
  };
}
