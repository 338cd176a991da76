import type { Messages as DomainMessages, Translation } from "../../shared/messages/messages.ts";
import type { Language } from "../format.ts";
import type { en } from "./en.ts";

/** The texts of the page in one language. */
export type PageMessages = Translation<typeof en>;

/** The texts of the page, and the words of the domain. */
export interface Texts {
  readonly page: PageMessages;
  readonly domain: DomainMessages;
}

const LOADERS: Readonly<Record<Language, () => Promise<{ readonly texts: Texts }>>> = {
  en: () => import("./texts-en.ts"),
  ja: () => import("./texts-ja.ts"),
};
const loaded = new Map<Language, Texts>();

/** Loads a language's texts: a visitor gets one language, not all. */
export async function loadTexts(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const { texts } = await LOADERS[language]();
  loaded.set(language, texts);
}

/** All texts in a language that is loaded. */
export function textsIn(language: Language): Texts {
  const texts = loaded.get(language);
  if (texts === undefined) throw new Error(`the texts in "${language}" are not loaded`);
  return texts;
}

/** The language of a tag such as `ja-JP`; English for one that is not spoken here. */
export function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith("ja") ? "ja" : "en";
}
