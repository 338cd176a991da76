import type { Translation } from "../../shared/messages/messages.ts";
import type { texts as en } from "./texts-en.ts";

/** The texts of the chart. */
export type ChartTexts = Translation<typeof en>;
