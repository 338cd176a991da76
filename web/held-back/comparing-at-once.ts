import { ask } from "../state/asked.ts";
import { compare } from "./comparing.ts";
import { takeAsking, takeComparing } from "./question.ts";

/** Reads any inputs and compares offers from the start: for a simulator, which has a form and shows a comparison. */
export function compareAtOnce(): void {
  takeAsking(ask);
  takeComparing({ compare });
}
