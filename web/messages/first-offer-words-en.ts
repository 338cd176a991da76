import { offerWords } from "../../shared/messages/offer-words-en.ts";
import { firstWords } from "./first-words.ts";

/** What the offers of the default question are called in English; written down when it is built. */
export const words = firstWords(offerWords);
