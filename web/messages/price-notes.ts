import { TextShelf } from "./text-shelf.ts";

/** Remarks of rate cards in another language than that of the cards, which is English. */
export const priceNotes = new TextShelf<Readonly<Record<string, string>>>({
  en: () => Promise.resolve({ texts: {} }),
  ja: () => import("./price-notes-ja.ts"),
});
