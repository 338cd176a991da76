import { LRUCache } from "lru-cache";
import {
  RateLimiterCluster,
  RateLimiterClusterMaster,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from "rate-limiter-flexible";
import { MS_PER_SECOND } from "../../shared/units.ts";
import { RATE_WINDOW_SECONDS, type Quota, type RateLimiter } from "../platform.ts";
import type { Store } from "./redis.ts";

const KEY_PREFIX = "cost-simulator:client";
/** The longest that a request waits for the primary's count. */
const COUNT_MS_MAX = 1000;
/** Clients remembered to have used up their quota. */
const EXCEEDED_MAX = 10_000;

/** Where requests are counted. */
export interface Counting {
  /** Shared by all replicas; `null` without one. */
  readonly store: Store | null;
  /** Whether other processes count the same clients. */
  readonly isCluster: boolean;
  /** Told of a count that could not be had. */
  readonly notice: (error: unknown) => void;
}

/**
 * Counts each client's requests over a window: in the store, in the primary for all of its
 * processes, or here. A client over its quota is remembered here, so that an attack on one process does not
 * become one on what counts. What cannot be counted is let through: the limit protects the service
 * and must not be what takes it down.
 */
export function openLimiter(limit: number, { store, isCluster, notice }: Counting): RateLimiter {
  const counter = counterFor(limit, store, isCluster);
  const exceeded = new LRUCache<string, number>({ max: EXCEEDED_MAX });
  return {
    take: async (client, requests): Promise<Quota> => {
      const until = exceeded.get(client);
      const now = performance.now();
      if (until !== undefined && now < until) return quotaOf(0, until - now, true);
      try {
        const { remainingPoints, msBeforeNext } = await counter.consume(client, requests);
        return quotaOf(remainingPoints, msBeforeNext, false);
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) {
          // Reckoned by the clock of the day: one that is set back would shut a client out for as long.
          const msLeft = Math.min(refusal.msBeforeNext, RATE_WINDOW_SECONDS * MS_PER_SECOND);
          exceeded.set(client, now + msLeft);
          return quotaOf(0, msLeft, true);
        }
        notice(refusal);
        return { isExceeded: false, remaining: null, resetSeconds: RATE_WINDOW_SECONDS };
      }
    },
  };
}

/** Counts, in the primary, what its processes ask to be counted. */
export function countForProcesses(): RateLimiterClusterMaster {
  return new RateLimiterClusterMaster();
}

function counterFor(limit: number, store: Store | null, isCluster: boolean): RateLimiterAbstract {
  const options = { points: limit, duration: RATE_WINDOW_SECONDS, keyPrefix: KEY_PREFIX };
  const near = isCluster
    ? new RateLimiterCluster({ ...options, timeoutMs: COUNT_MS_MAX })
    : new RateLimiterMemory(options);
  if (store === null) return near;
  return new RateLimiterRedis({
    ...options,
    storeClient: store,
    useRedisPackage: true,
    rejectIfRedisNotReady: true,
    // Without the store the processes of this machine go on counting.
    insuranceLimiter: near,
  });
}

function quotaOf(remaining: number, msLeft: number, isExceeded: boolean): Quota {
  return { isExceeded, remaining, resetSeconds: Math.max(1, Math.ceil(msLeft / 1000)) };
}
