import type { Translation } from "../../shared/messages/messages.ts";
import type { OfferWords } from "../../shared/offer-label.ts";
import type { offerPage } from "./offer-page-en.ts";
import { TextShelf } from "./text-shelf.ts";

export type OfferPageTexts = Translation<typeof offerPage>;

/** The texts of an element that shows offers and nothing else: a part of all texts of the page. */
export interface OfferTexts {
  readonly page: OfferPageTexts;
  readonly domain: OfferWords;
}

/** What is said of offers; with the texts of the page it is there, too. */
export const offerTexts = new TextShelf<OfferTexts>({
  en: () => import("./offer-en.ts"),
  ja: () => import("./offer-ja.ts"),
});
