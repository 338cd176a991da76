import { RATE_WINDOW_SECONDS, type Platform } from "../platform.ts";
import { clientKey } from "./client-key.ts";
import type { Exchange } from "./exchange.ts";
import type { Incoming } from "./incoming.ts";
import { HttpProblem } from "./problem.ts";

/** Counts requests against a client's quota, one unless said; throws when that is used up. */
export type TakeQuota = (request: Incoming, exchange: Exchange, requests?: number) => Promise<void>;

/**
 * The limit by `RATE_LIMIT`, told in the headers of
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/; `null` when there is none.
 */
export function rateLimit({ config, limiter }: Platform): TakeQuota | null {
  const limit = config.RATE_LIMIT;
  if (limiter === null || limit === 0) return null;
  const policy = `"client";q=${limit};w=${RATE_WINDOW_SECONDS}`;
  return async (request, exchange, requests = 1) => {
    const quota = await limiter.take(clientKey(request.client), requests);
    const { isExceeded, remaining, resetSeconds } = quota;
    exchange.quotaHeaders = {
      "ratelimit-policy": policy,
      ...(remaining === null ? {} : { ratelimit: `"client";r=${remaining};t=${resetSeconds}` }),
    };
    if (!isExceeded) return;
    exchange.isLimited = true;
    throw new HttpProblem(
      "too-many-requests",
      `at most ${limit} requests a minute; try again in ${resetSeconds} seconds`,
      { headers: { "retry-after": String(resetSeconds) } },
    );
  };
}
