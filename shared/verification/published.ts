import type { LoadedCards } from "../catalog/catalog.ts";
import type { Offer } from "../offer.ts";
import type { PricingTerms } from "../pricing-terms.ts";
import type { Comparison } from "../simulate.ts";
import type { Workload } from "../workload.ts";

/** A text in the languages of the page. */
export interface InBothLanguages {
  readonly en: string;
  readonly ja: string;
}

/** What was published, and where; the figures are facts, the words are ours. */
interface Published {
  /** Names it for good, `aws-lambda-telemetry`. */
  readonly id: string;
  readonly title: InBothLanguages;
  /** The page on which the figures stand. */
  readonly url: string;
  /** The year of the copy of that page, where its prices have changed since. */
  readonly year?: number;
}

/** A bill that a provider or somebody else has published, with the question that it answers. */
export interface PublishedBill extends Published {
  readonly workload: Partial<Workload>;
  readonly offer: Offer;
  readonly terms?: Partial<PricingTerms>;
  /** What is printed, in US dollars: amounts by meter, and `total`. */
  readonly printed: Readonly<Record<string, number>>;
}

export type FigureUnit =
  | "usd"
  | "gb_seconds"
  | "percent"
  | "ms"
  | "requests_per_second"
  | "requests_per_month"
  | "machines";

/** Asks the engine a question of published figures. */
export type Ask = (
  workload: Partial<Workload>,
  offers: readonly Offer[],
  terms?: Partial<PricingTerms>,
) => Comparison;

/** A single published figure that is no bill: a capacity, a ratio, a break-even point. */
export interface PublishedFigure extends Published {
  readonly unit: FigureUnit;
  readonly printed: number;
  /** How far the figure may be off: half of the last digit that is printed. */
  readonly within: number;
  /** Offers whose rate cards must be there to compute it. */
  readonly offers: readonly Offer[];
  readonly compute: (ask: Ask, cards: LoadedCards) => number;
}
