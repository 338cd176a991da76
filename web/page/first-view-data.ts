import type { Language } from "../format.ts";

/** What the build writes into the page as data, beside the script that reads it (`first-view.ts`). */
export interface FirstViewData {
  /** The page's script. */
  readonly main: string;
  /** Scripts with the texts of a language. */
  readonly texts: Readonly<Record<Language, readonly string[]>>;
  /** Prices of the first answer. */
  readonly prices: string;
  /** What an installed page needs: asked for before the answer is painted, it would take the script's connection. */
  readonly manifest: string;
  /** For a worker: has a first number written. */
  readonly firstNumber: string;
  readonly pageStyle: string;
  readonly styles: readonly string[];
  /** Which of the style sheets each element has, by its tag. */
  readonly stylesOf: Readonly<Record<string, readonly number[]>>;
}

/** The element that the data is written in. */
export const FIRST_VIEW_DATA_ID = "first-view";
