import type { Translation } from "../../shared/messages/messages.ts";
import { TextShelf } from "../messages/text-shelf.ts";
import type { texts as en } from "./texts-en.ts";

export type BarTexts = Translation<typeof en>;

/** The texts of the bill bars. */
export const barTexts = new TextShelf<BarTexts>({
  en: () => import("./texts-en.ts"),
  ja: () => import("./texts-ja.ts"),
});
