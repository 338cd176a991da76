import type { en } from "./en.ts";

/** What a translation of a table of texts must hold: every text, every function with its parameters. */
export type Translation<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string
    ? string
    : Texts[Key] extends (...params: infer Params) => infer Text
      ? (...params: Params) => Text
      : Translation<Texts[Key]>;
};

/** The words of the domain in one language. */
export type Messages = Translation<typeof en>;
