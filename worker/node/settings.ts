import { availableParallelism } from "node:os";
import type { LogLevel } from "../config/http-variables.ts";
import type { ServerConfig } from "../config/server-variables.ts";

/** Just over the minute that most balancers keep an idle connection. */
const BEHIND_PROXY_KEEP_ALIVE_SECONDS = 75;
/** As the old server had it. */
const DIRECT_KEEP_ALIVE_SECONDS = 5;
/** Time for a balancer to ask for readiness and to act on it. */
const BEHIND_PROXY_DRAIN_SECONDS = 5;

/** What a process needs, so that none is killed for want of it (docs/runbooks/capacity.md). */
const PROCESS_MEMORY_BYTES = 100 * 1024 * 1024;

/** What the processes share: CPUs, and the memory that a container or a unit may use, in bytes. */
export interface ProcessLimits {
  readonly cpus: number;
  readonly memoryBytes: number;
}

/** What this process may use; without a limit of memory Node names more than any machine has. */
function ownLimits(): ProcessLimits {
  // 0 where the system does not say.
  return { cpus: availableParallelism(), memoryBytes: process.constrainedMemory() || Infinity };
}

/**
 * Processes that answer: as set, or in production one for each CPU, of which no more than the limit of
 * memory carries beside the primary, and one at least.
 */
export function workerCount(
  { WORKERS, NODE_ENV }: Pick<ServerConfig, "WORKERS" | "NODE_ENV">,
  { cpus, memoryBytes }: ProcessLimits = ownLimits(),
): number {
  if (WORKERS !== null) return WORKERS;
  if (NODE_ENV !== "production") return 1;
  const carried = Math.floor(memoryBytes / PROCESS_MEMORY_BYTES) - 1;
  return Math.max(1, Math.min(cpus, carried));
}

/** Seconds that an idle connection is kept: as set, or longer than what stands in front keeps its own. */
export function keepAliveSeconds({ KEEP_ALIVE, TRUST_PROXY }: ServerConfig): number {
  if (KEEP_ALIVE !== null) return KEEP_ALIVE;
  return TRUST_PROXY === null ? DIRECT_KEEP_ALIVE_SECONDS : BEHIND_PROXY_KEEP_ALIVE_SECONDS;
}

/** Seconds between "not ready" and the end of accepting, for a balancer to notice. */
export function drainSeconds({ DRAIN, TRUST_PROXY }: ServerConfig): number {
  return DRAIN ?? (TRUST_PROXY === null ? 0 : BEHIND_PROXY_DRAIN_SECONDS);
}

/** The least severe lines that are logged. */
export function logLevel({ DEBUG, LOG_LEVEL }: ServerConfig): LogLevel {
  return DEBUG ? "debug" : LOG_LEVEL;
}

/** Of what a process may live longer or shorter, so that not all are replaced at once. */
const JITTER = 0.1;

/** Answers after which this process is to be replaced; never at zero. */
export function wornAfter(maxRequests: number): number {
  if (maxRequests === 0) return Infinity;
  const spread = 1 + JITTER * (2 * Math.random() - 1);
  return Math.max(1, Math.round(maxRequests * spread));
}
