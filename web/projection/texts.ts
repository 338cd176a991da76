import type { Translation } from "../../shared/messages/messages.ts";
import { TextShelf } from "../messages/text-shelf.ts";
import type { texts as en } from "./texts-en.ts";

export type ProjectionTexts = Translation<typeof en>;

/** The texts of the projection. */
export const projectionTexts = new TextShelf<ProjectionTexts>({
  en: () => import("./texts-en.ts"),
  ja: () => import("./texts-ja.ts"),
});
