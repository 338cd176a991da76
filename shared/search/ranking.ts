import type { CardKey, LoadedCards } from "../catalog/catalog.ts";
import { withCustomCatalog } from "../catalog/custom-prices.ts";
import { byCost, isSameElsewhere, monthlyCostOf, type FoundOffer } from "./found-offer.ts";
import type { SearchQuestion } from "./question.ts";
import type { Candidate } from "./candidates.ts";
import type { Shortlist } from "./shortlist.ts";

/**
 * Prices the offers of a shortlist exactly, the cheapest first and no more of them than can be among
 * the cheapest. Each step names the cards it needs; they are loaded in between.
 */
export class Ranking {
  readonly #question: SearchQuestion;
  readonly #waiting: readonly Candidate[];
  readonly #othersAtLeast: number;
  #next = 0;
  readonly #ranked: FoundOffer[] = [];

  constructor(question: SearchQuestion, { candidates, functions, othersAtLeast }: Shortlist) {
    this.#question = question;
    this.#othersAtLeast = othersAtLeast;
    this.#waiting = [...candidates, ...functions].toSorted((a, b) => a.atLeast - b.atLeast);
  }

  /** The cards of the offers that are priced next; none when the cheapest are known. */
  needs(): readonly CardKey[] {
    return this.#batch();
  }

  /** Prices the offers whose cards were asked for. */
  price(listed: LoadedCards): void {
    const catalog = withCustomCatalog(listed, this.#question.terms.customPrices ?? [], null);
    const batch = this.#batch();
    for (const candidate of batch) {
      const { offer, alsoIn } = candidate;
      const found = monthlyCostOf(this.#question, candidate, offer, catalog.card(candidate));
      if (found !== null) this.#insert({ ...found, alsoIn });
    }
    this.#next += batch.length;
  }

  /** How many offers have been priced. */
  get priced(): number {
    return this.#next;
  }

  /** The cheapest first. */
  get found(): readonly FoundOffer[] {
    return this.#ranked;
  }

  /** Whether the shortlist was too short to know the cheapest. */
  get isTooShort(): boolean {
    return this.#othersAtLeast < this.#worst * TIED;
  }

  get #worst(): number {
    return this.#ranked[this.#question.filters.limit - 1]?.monthlyCost ?? Infinity;
  }

  /** As many as are missing, and those that cost the same at least. */
  #batch(): Candidate[] {
    const missing = Math.max(1, this.#question.filters.limit - this.#ranked.length);
    const worst = this.#worst * TIED;
    return this.#waiting
      .slice(this.#next, this.#next + missing)
      .filter(({ atLeast }) => atLeast < worst);
  }

  #insert(found: FoundOffer): void {
    const ranked = this.#ranked;
    const question = this.#question;
    const same = ranked.findIndex((other) => isSameElsewhere(other, found));
    const known = ranked[same];
    if (known !== undefined) {
      const alsoIn = [...known.alsoIn, found.region, ...found.alsoIn];
      ranked[same] = { ...known, alsoIn };
      return;
    }
    let at = ranked.length;
    while (at > 0 && byCost(found, ranked[at - 1] ?? found) < 0) at -= 1;
    ranked.splice(at, 0, found);
    if (ranked.length > question.filters.limit) ranked.pop();
  }
}

/**
 * Offers this near cost the same: a provider with one price list has as many of them as regions, and
 * those that come first in the catalog stand for all.
 */
const TIED = 1 - 4e-9;
