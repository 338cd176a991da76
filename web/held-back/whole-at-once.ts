import { takeRest } from "./engine.ts";
import * as rest from "./rest.ts";

/** For parts of the page that ask the engine for more than the visitor's own question. */
export function useWholeEngine(): void {
  takeRest(rest);
}
