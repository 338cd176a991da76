import { words } from "./first-offer-words-ja.ts";
import { offerPage as page } from "./offer-page-ja.ts";
import type { OfferTexts } from "./offer-texts.ts";

export const texts: OfferTexts = { page, domain: words };
