import type { Translation } from "../../shared/messages/messages.ts";
import { TextShelf } from "../messages/text-shelf.ts";
import type { texts as en } from "./texts-en.ts";

export type ChartTexts = Translation<typeof en>;

/** The texts of the chart. */
export const chartTexts = new TextShelf<ChartTexts>({
  en: () => import("./texts-en.ts"),
  ja: () => import("./texts-ja.ts"),
});
