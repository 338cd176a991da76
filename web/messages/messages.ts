import { en as domainEn } from "../../shared/messages/en.ts";
import { ja as domainJa } from "../../shared/messages/ja.ts";
import type { Messages as DomainMessages, Translation } from "../../shared/messages/messages.ts";
import type { Language } from "../format.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";

/** The texts of the page in one language. */
export type PageMessages = Translation<typeof en>;

/** The texts of the page, and the words of the domain. */
export interface Texts {
  readonly page: PageMessages;
  readonly domain: DomainMessages;
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  en: { page: en, domain: domainEn },
  ja: { page: ja, domain: domainJa },
};

/** All texts in a language. */
export function textsIn(language: Language): Texts {
  return TEXTS[language];
}

/** The language of a tag such as `ja-JP`; English for one that is not spoken here. */
export function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith("ja") ? "ja" : "en";
}
