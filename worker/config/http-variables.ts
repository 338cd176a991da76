import * as z from "zod/mini";
import { onOrOff, variable, wholeNumber, word, type ConfigOf } from "./variable.ts";

/** How much is logged: this level and those after it. */
export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const ORIGIN = /^https?:\/\/[\w.-]+(?::\d{1,5})?$/u;
const ANCESTOR = /^(?:'self'|'none'|\*|(?:https?:\/\/)?(?:\*\.)?[\w.-]+(?::\d{1,5})?|https?:)$/u;

function listOf(separator: RegExp, item: RegExp): z.ZodMiniType<readonly string[], string> {
  return z.pipe(
    z.transform((text: string) => text.split(separator).filter((part) => part !== "")),
    z.array(z.string().check(z.regex(item))),
  );
}

/** Settings that hold on every platform. */
export const HTTP_VARIABLES = {
  CORS_ORIGINS: variable({
    about:
      "Origins whose pages may read the API. The page's files, the embed and the rate cards are open to all.",
    allowed: "`*` or origins such as https://example.com, separated by commas",
    byDefault: "",
    schema: z.union([z.literal("*"), listOf(/[\s,]+/u, ORIGIN)]),
  }),
  SECURE_HEADERS: variable({
    about:
      "Security headers (CSP, HSTS over HTTPS, referrer and permissions policies), and the redirect to HTTPS behind a trusted proxy.",
    allowed: "true or false",
    byDefault: "true",
    schema: onOrOff(),
  }),
  FRAME_ANCESTORS: variable({
    about: "Sites that may show the page in a frame, as in `frame-ancestors` of a CSP.",
    allowed: "'self', 'none', * or hosts such as https://example.com, separated by spaces",
    byDefault: "'self'",
    schema: z.pipe(
      listOf(/\s+/u, ANCESTOR),
      z.transform((ancestors: readonly string[]) => ancestors.join(" ")),
    ),
  }),
  RATE_LIMIT: variable({
    about: "Requests a minute that a client may send to the API; `0` is no limit.",
    allowed: "a whole number from 0 to 1000000",
    byDefault: "1000",
    schema: wholeNumber(0, 1_000_000),
  }),
  LOG_LEVEL: variable({
    about: "The least severe lines that are logged.",
    allowed: `one of ${LOG_LEVELS.join(", ")}`,
    byDefault: "info",
    schema: word(LOG_LEVELS),
  }),
} as const;

export type HttpConfig = ConfigOf<typeof HTTP_VARIABLES>;
