import type { TemplateResult } from "lit";
import type { Language } from "../format.ts";
import { textsIn } from "../messages/messages.ts";
import { segments } from "./segments.ts";

/** The choice of the language, each by its own name. */
export function languageChoice(
  language: Language,
  choose: (language: Language) => void,
): TemplateResult {
  return segments<Language>(
    "language",
    textsIn(language).page.language,
    [
      { value: "en", label: "English", lang: "en" },
      { value: "ja", label: "日本語", lang: "ja" },
    ],
    language,
    choose,
  );
}
