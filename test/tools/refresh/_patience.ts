import type { StartTimer } from "../../../tools/refresh/download-folder.ts";

/** Patience that runs out when the tests say so, however fast or slow the machine is. */
export function patience(): {
  readonly startTimer: StartTimer;
  /** Ends the patience with all that is waited for. */
  readonly runOut: () => void;
  /** How often something came that was waited for. */
  readonly refreshed: () => number;
} {
  const waiting = new Set<() => void>();
  let refreshed = 0;
  return {
    startTimer: (onEnd) => {
      waiting.add(onEnd);
      return {
        refresh: () => {
          refreshed += 1;
        },
        stop: () => waiting.delete(onEnd),
      };
    },
    runOut: () => {
      for (const onEnd of waiting) onEnd();
    },
    refreshed: () => refreshed,
  };
}
