import type { Translation } from "../../shared/messages/messages.ts";
import { TextShelf } from "../messages/text-shelf.ts";
import type { texts as en } from "./texts-en.ts";

export type VerificationTexts = Translation<typeof en>;

/** The texts of the verification page. */
export const verificationTexts = new TextShelf<VerificationTexts>({
  en: () => import("./texts-en.ts"),
  ja: () => import("./texts-ja.ts"),
});
