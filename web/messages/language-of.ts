import type { Language } from "../format.ts";

/** The language of a tag such as `ja-JP`; English for one that is not spoken here. */
export function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith("ja") ? "ja" : "en";
}
