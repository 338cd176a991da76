import type { Language } from "../format.ts";

/** Texts of a part of the page, each language a file of its own: a visitor gets one, not all. */
export class TextShelf<Texts> {
  private readonly loaders: Readonly<Record<Language, () => Promise<{ readonly texts: Texts }>>>;
  private readonly loaded = new Map<Language, Texts>();

  constructor(loaders: Readonly<Record<Language, () => Promise<{ readonly texts: Texts }>>>) {
    this.loaders = loaders;
  }

  /** Loads a language's texts, unless they are there. */
  async load(language: Language): Promise<void> {
    if (this.loaded.has(language)) return;
    const { texts } = await this.loaders[language]();
    this.loaded.set(language, texts);
  }

  /** The texts in a language that is loaded. */
  in(language: Language): Texts {
    const texts = this.loaded.get(language);
    if (texts === undefined) throw new Error(`the texts in "${language}" are not loaded`);
    return texts;
  }
}
