import type { PricingError } from "../engine/errors.ts";
import type { Messages } from "../messages/messages.ts";
import { describePricingError } from "../messages/pricing-problem.ts";

/** The engine's names of fields, where the API has other words. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  durationMs: "execution_time_ms",
  provisioned: "provisioned_concurrency",
  streamsResponses: "response_streaming",
};

/** A field by the name that the API has for it: "memoryMb" is "memory_mb". */
export function toFieldName(part: string | number): string {
  return (
    OTHER_WORDS[part] ?? String(part).replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
  );
}

/** What is wrong with an input that the engine refuses, with the API's names of fields. */
export function problemOf({ code, params }: PricingError, words: Messages): string {
  const named = Object.entries(params).map(([name, value]) => [
    name,
    // What is wrong with options names them.
    code.startsWith("option") ? inApiNames(value) : value,
  ]);
  return describePricingError(
    { code, params: Object.fromEntries(named) as PricingError["params"] },
    words,
  );
}

function inApiNames(value: PricingError["params"][string]): PricingError["params"][string] {
  if (typeof value === "number") return value;
  return typeof value === "string" ? toFieldName(value) : value.map(toFieldName);
}
