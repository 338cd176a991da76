import type { Translation } from "../../shared/messages/messages.ts";
import type { texts as en } from "./share-en.ts";
import { TextShelf } from "./text-shelf.ts";

export type ShareTexts = Translation<typeof en>;

/** The texts of “Share & export”. */
export const shareTexts = new TextShelf<ShareTexts>({
  en: () => import("./share-en.ts"),
  ja: () => import("./share-ja.ts"),
});
