import { RATE_WINDOW_SECONDS, type RateLimiter } from "../platform.ts";

/** https://developers.cloudflare.com/workers/runtime-apis/bindings/rate-limit/ */
export interface RateLimitBinding {
  limit(options: { readonly key: string }): Promise<{ readonly success: boolean }>;
}

/** A limiter that counts in the place where the client is served; it does not say what is left. */
export function edgeLimiter(binding: RateLimitBinding): RateLimiter {
  return {
    take: async (client) => {
      const { success } = await binding.limit({ key: client });
      return { isExceeded: !success, remaining: null, resetSeconds: RATE_WINDOW_SECONDS };
    },
  };
}
