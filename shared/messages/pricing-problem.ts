import type { PricingError } from "../engine/errors.ts";
import type { Messages } from "./messages.ts";

/** What is wrong with an input that the engine refuses, as a sentence without the field's name. */
export function describePricingError(
  { code, params }: Pick<PricingError, "code" | "params">,
  { pricingProblems, listSeparator, noOptions }: Messages,
): string {
  return pricingProblems[code].replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const value = params[name] ?? "";
    return typeof value === "object" ? value.join(listSeparator) || noOptions : String(value);
  });
}
