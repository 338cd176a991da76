import type { Translation } from "../../shared/messages/messages.ts";
import type { texts as en } from "./breakdown-en.ts";
import { TextShelf } from "./text-shelf.ts";

export type BreakdownTexts = Translation<typeof en>;

/** The texts of the bills' headings. */
export const breakdownTexts = new TextShelf<BreakdownTexts>({
  en: () => import("./breakdown-en.ts"),
  ja: () => import("./breakdown-ja.ts"),
});
