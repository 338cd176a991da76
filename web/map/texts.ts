import type { Translation } from "../../shared/messages/messages.ts";
import { TextShelf } from "../messages/text-shelf.ts";
import type { texts as en } from "./texts-en.ts";

export type MapTexts = Translation<typeof en>;

/** The texts of the decision map. */
export const mapTexts = new TextShelf<MapTexts>({
  en: () => import("./texts-en.ts"),
  ja: () => import("./texts-ja.ts"),
});
