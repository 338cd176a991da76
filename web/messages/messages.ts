import type { Messages as DomainMessages, Translation } from "../../shared/messages/messages.ts";
import type { ChartTexts } from "../chart/texts.ts";
import type { Language } from "../format.ts";
import type { en } from "./en.ts";
import type { meters } from "./meters-en.ts";
import { putOfferTexts } from "./offer-texts.ts";
import { TextShelf } from "./text-shelf.ts";

/** The texts of the page in one language. */
export type PageMessages = Translation<typeof en>;

/** What meters are called in one language. */
export type MeterNames = Translation<typeof meters>;

/** The texts of the page and of its chart, the words of the domain, and the names of meters. */
export interface Texts {
  readonly page: PageMessages;
  readonly chart: ChartTexts;
  readonly domain: DomainMessages;
  readonly meters: MeterNames;
}

/** The texts of the page. */
export const pageTexts = new TextShelf<Texts>(
  { en: () => import("./texts-en.ts"), ja: () => import("./texts-ja.ts") },
  putOfferTexts,
);

/** Loads a language's texts of the page. */
export function loadTexts(language: Language): Promise<void> {
  return pageTexts.load(language);
}

/** All texts of the page in a language that is loaded. */
export function textsIn(language: Language): Texts {
  return pageTexts.in(language);
}
