import type { Translation } from "../../shared/messages/messages.ts";
import type { Language } from "../format.ts";
import type { texts } from "./import-en.ts";
import { TextShelf } from "./text-shelf.ts";

/** The texts of the dialog that reads measurements and counts. */
export type ImportMessages = Translation<typeof texts>;

const shelf = new TextShelf<ImportMessages>({
  en: () => import("./import-en.ts"),
  ja: () => import("./import-ja.ts"),
});

/** Loads the texts in a language. */
export function loadImportTexts(language: Language): Promise<void> {
  return shelf.load(language);
}

/** The texts in a language that is loaded. */
export function importTextsIn(language: Language): ImportMessages {
  return shelf.in(language);
}
