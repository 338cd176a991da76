import type { Translation } from "../../shared/messages/messages.ts";
import type { texts as en } from "./assumptions-en.ts";
import { TextShelf } from "./text-shelf.ts";

export type AssumptionTexts = Translation<typeof en>;

/** The texts of the list of assumptions. */
export const assumptionTexts = new TextShelf<AssumptionTexts>({
  en: () => import("./assumptions-en.ts"),
  ja: () => import("./assumptions-ja.ts"),
});
