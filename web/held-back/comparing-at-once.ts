import * as comparing from "./comparing.ts";
import { takeComparing } from "./question.ts";

/** Compares offers from the start: for elements whose first answer is a comparison. */
export function compareAtOnce(): void {
  takeComparing(comparing);
}
