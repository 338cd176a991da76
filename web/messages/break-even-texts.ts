import type { Translation } from "../../shared/messages/messages.ts";
import type { texts as en } from "./break-even-en.ts";
import { TextShelf } from "./text-shelf.ts";

export type BreakEvenTexts = Translation<typeof en>;

/** The texts of the break-even table. */
export const breakEvenTexts = new TextShelf<BreakEvenTexts>({
  en: () => import("./break-even-en.ts"),
  ja: () => import("./break-even-ja.ts"),
});
