import type { LoadedCards } from "../../shared/catalog/catalog.ts";
import { simulate, type Comparison, type SimulationInput } from "../../shared/simulate.ts";
import { verdictOf, type PlainVerdict } from "./verdict.ts";

/** Who is the cheapest where, and that in one sentence. */
export interface Compared {
  /** The offers that can be bought, in the order of the form. */
  readonly comparison: Comparison;
  readonly verdict: PlainVerdict;
}

/** What `compare` gives: all offers, those that cannot be bought too, and what comes of comparing them. */
export interface ComparedOffers extends Compared {
  readonly offers: Comparison["offers"];
}

/** Compares the offers of a question; `null` where what compares them is not loaded. */
export function compare(question: SimulationInput, cards: LoadedCards): ComparedOffers | null {
  const all = simulate(question, cards);
  const comparison = {
    ...all,
    offers: all.offers.filter(({ monthlyCost }) => monthlyCost !== null),
  };
  const { requestsPerMonth } = question.workload;
  return {
    offers: all.offers,
    comparison,
    verdict: verdictOf(comparison, requestsPerMonth, question.range),
  };
}
