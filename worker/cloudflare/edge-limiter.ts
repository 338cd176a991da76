import { RATE_WINDOW_SECONDS, type RateLimiter } from "../platform.ts";

/** https://developers.cloudflare.com/workers/runtime-apis/bindings/rate-limit/ */
export interface RateLimitBinding {
  limit(options: { readonly key: string }): Promise<{ readonly success: boolean }>;
}

/** The binding counts one at a time: of many requests no more are counted than this. */
const COUNTED_MAX = 50;

/** A limiter that counts in the place where the client is served; it does not say what is left. */
export function edgeLimiter(binding: RateLimitBinding): RateLimiter {
  return {
    take: async (client, requests) => {
      const counted = Array.from({ length: Math.min(requests, COUNTED_MAX) }, () =>
        binding.limit({ key: client }),
      );
      const isExceeded = (await Promise.all(counted)).some(({ success }) => !success);
      return { isExceeded, remaining: null, resetSeconds: RATE_WINDOW_SECONDS };
    },
  };
}
