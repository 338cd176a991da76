import { hostname } from "node:os";
import * as z from "zod/mini";
import { DEFAULT_PORT } from "../default-port.ts";
import { trustBy, type Trust } from "../node/client-address.ts";
import { HTTP_VARIABLES } from "./http-variables.ts";
import { onOrOff, text, variable, wholeNumber, word, type ConfigOf } from "./variable.ts";

function textOrNone(pattern: RegExp): z.ZodMiniType<string | null, string> {
  return text((given) => {
    if (given === "") return null;
    return pattern.test(given) ? given : undefined;
  });
}

/** A number, or `null` where another setting decides. */
function numberOrAuto(min: number, max: number): z.ZodMiniType<number | null, string> {
  const number = wholeNumber(min, max);
  return text((given) => (given === "auto" ? null : z.safeParse(number, given).data));
}

/** A folder of prices of one's own, on every platform with a disk. */
export const CATALOG_DIR = variable({
  allowed: "the path of a folder",
  byDefault: "",
  schema: textOrNone(/^[^\0]*$/u),
});

/** Every setting of the Node entry, in the order of the README's table. */
export const SERVER_VARIABLES = {
  HOST: variable({
    allowed: "a host name or an IP address",
    byDefault: "127.0.0.1",
    schema: text((given) => (/^[\w.:-]{1,255}$/u.test(given) ? given : undefined)),
  }),
  PORT: variable({
    allowed: "a whole number from 0 to 65535",
    byDefault: String(DEFAULT_PORT),
    schema: wholeNumber(0, 65_535),
  }),
  NODE_ENV: variable({
    allowed: "one of development, production, test",
    byDefault: "development",
    schema: word(["development", "production", "test"]),
  }),
  WORKERS: variable({
    allowed: "auto or a whole number from 1 to 128",
    byDefault: "auto",
    schema: numberOrAuto(1, 128),
  }),
  TIMEOUT: variable({
    allowed: "a whole number from 1 to 600",
    byDefault: "30",
    schema: wholeNumber(1, 600),
  }),
  KEEP_ALIVE: variable({
    allowed: "auto or a whole number from 1 to 3600",
    byDefault: "auto",
    schema: numberOrAuto(1, 3600),
  }),
  DRAIN: variable({
    allowed: "auto or a whole number from 0 to 600",
    byDefault: "auto",
    schema: numberOrAuto(0, 600),
  }),
  MAX_REQUESTS: variable({
    allowed: "a whole number from 0 to 100000000",
    byDefault: "0",
    schema: wholeNumber(0, 100_000_000),
  }),
  TRUST_PROXY: variable({
    allowed:
      "a number of proxies from 1 to 9, or addresses, subnets or the words loopback, linklocal and uniquelocal, separated by commas",
    byDefault: "",
    schema: text((given): Trust | null | undefined => {
      try {
        return trustBy(given);
      } catch {
        return undefined;
      }
    }),
  }),
  RATE_LIMIT: HTTP_VARIABLES.RATE_LIMIT,
  CORS_ORIGINS: HTTP_VARIABLES.CORS_ORIGINS,
  SECURE_HEADERS: HTTP_VARIABLES.SECURE_HEADERS,
  FRAME_ANCESTORS: HTTP_VARIABLES.FRAME_ANCESTORS,
  CACHE_URL: variable({
    allowed: "an address such as redis://host:6379/0 or rediss://user:password@host:6380",
    byDefault: "",
    schema: textOrNone(/^rediss?:\/\/[^\s/]+(?:\/\d{0,3})?$/u),
  }),
  CATALOG_DIR,
  METRICS_TOKEN: variable({
    allowed: "at least 16 characters without spaces",
    byDefault: "",
    schema: textOrNone(/^[\x21-\x7e]{16,512}$/u),
  }),
  LOG_LEVEL: HTTP_VARIABLES.LOG_LEVEL,
  LOG_FILE: variable({
    allowed: "the path of a file",
    byDefault: "",
    schema: text((given) => {
      if (given === "") return null;
      return /^[^\0]*[^\0/]$/u.test(given) ? given.replaceAll("{host}", hostname()) : undefined;
    }),
  }),
  DEBUG: variable({
    allowed: "true or false",
    byDefault: "false",
    schema: onOrOff(),
  }),
} as const;

export type ServerConfig = ConfigOf<typeof SERVER_VARIABLES>;
