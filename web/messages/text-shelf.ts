import type { Language } from "../format.ts";

/** Texts of a part of the page, each language a file of its own: a visitor gets one, not all. */
export class TextShelf<Texts> {
  readonly #loaders: Readonly<Record<Language, () => Promise<{ readonly texts: Texts }>>>;
  readonly #loaded = new Map<Language, Texts>();
  readonly #tell: (language: Language, texts: Texts) => void;

  /** `tell` is told of texts that are loaded: the place to put them on another shelf that they do for. */
  constructor(
    loaders: Readonly<Record<Language, () => Promise<{ readonly texts: Texts }>>>,
    tell: (language: Language, texts: Texts) => void = () => undefined,
  ) {
    this.#loaders = loaders;
    this.#tell = tell;
  }

  /** Puts texts there that came by another way. */
  put(language: Language, texts: Texts): void {
    this.#loaded.set(language, texts);
  }

  /** Loads a language's texts, unless they are there. */
  async load(language: Language): Promise<void> {
    if (this.#loaded.has(language)) return;
    const { texts } = await this.#loaders[language]();
    this.#loaded.set(language, texts);
    this.#tell(language, texts);
  }

  /** Whether a language's texts are there. */
  has(language: Language): boolean {
    return this.#loaded.has(language);
  }

  /** The texts in a language that is loaded. */
  in(language: Language): Texts {
    const texts = this.#loaded.get(language);
    if (texts === undefined) throw new Error(`no texts in ${language}`);
    return texts;
  }
}

/**
 * Whether an element can be shown in its language; if not, it is asked to update again when it can.
 * For `shouldUpdate`: what was set on an element before its script came is known only then.
 */
export function canSpeak(
  host: { readonly language: Language; readonly requestUpdate: () => void },
  ...shelves: readonly Pick<TextShelf<unknown>, "has" | "load">[]
): boolean {
  const { language } = host;
  const missing = shelves.filter((shelf) => !shelf.has(language));
  if (missing.length === 0) return true;
  void Promise.all(missing.map((shelf) => shelf.load(language))).then(() => host.requestUpdate());
  return false;
}
