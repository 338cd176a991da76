import type { Translation } from "../../shared/messages/messages.ts";
import type { texts as en } from "./scenarios-en.ts";
import { TextShelf } from "./text-shelf.ts";

export type ScenarioTexts = Translation<typeof en>;

/** The texts of scenarios. */
export const scenarioTexts = new TextShelf<ScenarioTexts>({
  en: () => import("./scenarios-en.ts"),
  ja: () => import("./scenarios-ja.ts"),
});
