import { words } from "./first-offer-words-en.ts";
import { offerPage as page } from "./offer-page-en.ts";
import type { OfferTexts } from "./offer-texts.ts";

export const texts: OfferTexts = { page, domain: words };
