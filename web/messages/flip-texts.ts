import type { Translation } from "../../shared/messages/messages.ts";
import type { Language } from "../format.ts";
import type { texts } from "./flips-en.ts";
import { TextShelf } from "./text-shelf.ts";

/** The texts of what would change the answer. */
export type FlipMessages = Translation<typeof texts>;

const shelf = new TextShelf<FlipMessages>({
  en: () => import("./flips-en.ts"),
  ja: () => import("./flips-ja.ts"),
});

/** Loads the texts in a language. */
export function loadFlipTexts(language: Language): Promise<void> {
  return shelf.load(language);
}

/** The texts in a language that is loaded. */
export function flipTextsIn(language: Language): FlipMessages {
  return shelf.in(language);
}
