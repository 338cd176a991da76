import type { Translation } from "../../shared/messages/messages.ts";
import { TextShelf } from "../messages/text-shelf.ts";
import type { texts as en } from "./texts-en.ts";

export type GuideTexts = Translation<typeof en>;

/** The texts of the page about the elements. */
export const guideTexts = new TextShelf<GuideTexts>({
  en: () => import("./texts-en.ts"),
  ja: () => import("./texts-ja.ts"),
});
