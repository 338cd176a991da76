import type { Translation } from "../../shared/messages/messages.ts";
import type { texts as en } from "./bill-en.ts";
import { TextShelf } from "./text-shelf.ts";

export type BillTexts = Translation<typeof en>;

/** The texts of a bill. */
export const billTexts = new TextShelf<BillTexts>({
  en: () => import("./bill-en.ts"),
  ja: () => import("./bill-ja.ts"),
});
