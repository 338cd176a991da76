import type { Translation } from "../../shared/messages/messages.ts";
import type { Language } from "../format.ts";
import type { texts } from "./form-en.ts";
import { TextShelf } from "./text-shelf.ts";

/** The texts of the groups of the form that are loaded when they are opened. */
export type FormMessages = Translation<typeof texts>;

/** The texts of the groups of the form. */
export const formTexts = new TextShelf<FormMessages>({
  en: () => import("./form-en.ts"),
  ja: () => import("./form-ja.ts"),
});

/** Loads the texts of the form's groups in a language. */
export function loadFormTexts(language: Language): Promise<void> {
  return formTexts.load(language);
}

/** The texts of the form's groups in a language that is loaded. */
export function formTextsIn(language: Language): FormMessages {
  return formTexts.in(language);
}
