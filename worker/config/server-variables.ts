import * as z from "zod/mini";
import { DEFAULT_PORT } from "../default-port.ts";
import { trustBy, type Trust } from "../node/client-address.ts";
import { HTTP_VARIABLES } from "./http-variables.ts";
import { onOrOff, variable, wholeNumber, word, type ConfigOf } from "./variable.ts";

function textOrNone(pattern: RegExp): z.ZodMiniType<string | null, string> {
  return z.pipe(
    z.string().check(z.regex(pattern)),
    z.transform((text: string) => (text === "" ? null : text)),
  );
}

/** A number, or `null` where another setting decides. */
function numberOrAuto(min: number, max: number): z.ZodMiniType<number | null, string> {
  return z.union([
    z.pipe(
      z.literal("auto"),
      z.transform(() => null),
    ),
    wholeNumber(min, max),
  ]);
}

/** A folder of prices of one's own, on every platform with a disk. */
export const CATALOG_DIR = variable({
  about: "A folder of negotiated prices ([docs](docs/custom-catalog.md)).",
  allowed: "the path of a folder",
  byDefault: "",
  schema: textOrNone(/^[^\0]*$/u),
});

/** Every setting of the Node entry, in the order of the README's table. */
export const SERVER_VARIABLES = {
  HOST: variable({
    about: "The address to listen on; `0.0.0.0` is all of them.",
    allowed: "a host name or an IP address",
    byDefault: "127.0.0.1",
    schema: z.string().check(z.regex(/^[\w.:-]{1,255}$/u)),
  }),
  PORT: variable({
    about: "The port to listen on; `0` takes a free one.",
    allowed: "a whole number from 0 to 65535",
    byDefault: String(DEFAULT_PORT),
    schema: wholeNumber(0, 65_535),
  }),
  NODE_ENV: variable({
    about: "Where it runs; in production `WORKERS` is one for each CPU.",
    allowed: "one of development, production, test",
    byDefault: "development",
    schema: word(["development", "production", "test"]),
  }),
  WORKERS: variable({
    about: "Processes that answer. `auto` is one for each CPU in production, else 1.",
    allowed: "auto or a whole number from 1 to 128",
    byDefault: "auto",
    schema: numberOrAuto(1, 128),
  }),
  TIMEOUT: variable({
    about:
      "Seconds that a request may take to arrive, and its answer to be made; a process that is silent for as long is replaced.",
    allowed: "a whole number from 1 to 600",
    byDefault: "30",
    schema: wholeNumber(1, 600),
  }),
  KEEP_ALIVE: variable({
    about:
      "Seconds that an idle connection is kept. It must be more than the balancer's: `auto` is 75 with `TRUST_PROXY`, else 5 (Google Cloud's balancer needs 620).",
    allowed: "auto or a whole number from 1 to 3600",
    byDefault: "auto",
    schema: numberOrAuto(1, 3600),
  }),
  DRAIN: variable({
    about:
      "Seconds between SIGTERM, when `/health?ready` turns 503, and the end of listening, for the balancer to notice: `auto` is 5 with `TRUST_PROXY`, else 0.",
    allowed: "auto or a whole number from 0 to 600",
    byDefault: "auto",
    schema: numberOrAuto(0, 600),
  }),
  MAX_REQUESTS: variable({
    about:
      "Requests after which a process is replaced by a new one, give or take a tenth; `0` is never. Without `WORKERS` above 1 there is nobody to replace it.",
    allowed: "a whole number from 0 to 100000000",
    byDefault: "0",
    schema: wholeNumber(0, 100_000_000),
  }),
  TRUST_PROXY: variable({
    about:
      "Whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed: how many proxies stand in front, or their addresses.",
    allowed:
      "a number of proxies from 1 to 9, or addresses, subnets or the words loopback, linklocal and uniquelocal, separated by commas",
    byDefault: "",
    schema: z.pipe(
      z.string(),
      z.transform((text: string, context): Trust | null => {
        try {
          return trustBy(text);
        } catch {
          context.issues.push({ code: "custom", input: text });
          return z.NEVER;
        }
      }),
    ),
  }),
  RATE_LIMIT: HTTP_VARIABLES.RATE_LIMIT,
  CORS_ORIGINS: HTTP_VARIABLES.CORS_ORIGINS,
  SECURE_HEADERS: HTTP_VARIABLES.SECURE_HEADERS,
  FRAME_ANCESTORS: HTTP_VARIABLES.FRAME_ANCESTORS,
  CACHE_URL: variable({
    about:
      "A Redis that several replicas share: answers to identical questions, and the rate limit.",
    allowed: "an address such as redis://host:6379/0 or rediss://user:password@host:6380",
    byDefault: "",
    schema: textOrNone(/^(?:|rediss?:\/\/[^\s/]+(?:\/\d{0,3})?)$/u),
  }),
  CATALOG_DIR,
  METRICS_TOKEN: variable({
    about:
      "What `Authorization: Bearer` must say to read `/metrics`; without it there is no `/metrics`.",
    allowed: "at least 16 characters without spaces",
    byDefault: "",
    schema: textOrNone(/^(?:|[\x21-\x7e]{16,512})$/u),
  }),
  LOG_LEVEL: HTTP_VARIABLES.LOG_LEVEL,
  LOG_FILE: variable({
    about: "A file for the log instead of the standard output; ten files of 10 MB are kept.",
    allowed: "the path of a file",
    byDefault: "",
    schema: textOrNone(/^(?:|[^\0]*[^\0/])$/u),
  }),
  DEBUG: variable({
    about: "The same as `LOG_LEVEL=debug`. What clients are told does not change.",
    allowed: "true or false",
    byDefault: "false",
    schema: onOrOff(),
  }),
} as const;

export type ServerConfig = ConfigOf<typeof SERVER_VARIABLES>;
