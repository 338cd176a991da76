import { offerWords } from "../../shared/messages/offer-words-ja.ts";
import { firstWords } from "./first-words.ts";

/** What the offers of the default question are called in Japanese; written down when it is built. */
export const words = firstWords(offerWords);
