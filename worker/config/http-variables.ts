import { onOrOff, text, variable, wholeNumber, word, type ConfigOf } from "./variable.ts";

/** How much is logged: this level and those after it. */
export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const ORIGIN = /^https?:\/\/[\w.-]+(?::\d{1,5})?$/u;
const ANCESTOR = /^(?:'self'|'none'|\*|(?:https?:\/\/)?(?:\*\.)?[\w.-]+(?::\d{1,5})?|https?:)$/u;

/** The parts of a list; `undefined` when one of them is not what it should be. */
function partsOf(list: string, separator: RegExp, part: RegExp): readonly string[] | undefined {
  const parts = list.split(separator).filter((candidate) => candidate !== "");
  return parts.every((candidate) => part.test(candidate)) ? parts : undefined;
}

/** Settings that hold on every platform. */
export const HTTP_VARIABLES = {
  CORS_ORIGINS: variable({
    allowed: "`*` or origins such as https://example.com, separated by commas",
    byDefault: "",
    schema: text((given) => (given === "*" ? given : partsOf(given, /[\s,]+/u, ORIGIN))),
  }),
  SECURE_HEADERS: variable({
    allowed: "true or false",
    byDefault: "true",
    schema: onOrOff(),
  }),
  FRAME_ANCESTORS: variable({
    allowed: "'self', 'none', * or hosts such as https://example.com, separated by spaces",
    byDefault: "'self'",
    schema: text((given) => partsOf(given, /\s+/u, ANCESTOR)?.join(" ")),
  }),
  RATE_LIMIT: variable({
    allowed: "a whole number from 0 to 1000000",
    byDefault: "1000",
    schema: wholeNumber(0, 1_000_000),
  }),
  LOG_LEVEL: variable({
    allowed: `one of ${LOG_LEVELS.join(", ")}`,
    byDefault: "info",
    schema: word(LOG_LEVELS),
  }),
} as const;

export type HttpConfig = ConfigOf<typeof HTTP_VARIABLES>;
