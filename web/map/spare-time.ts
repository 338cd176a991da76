/** Milliseconds of work at a time: what a finger does next waits no longer. */
const SLICE_MS = 4;

/**
 * Runs some work behind all else that the browser has to do; soon, in one that knows no such tasks. The
 * work asks, before each piece of it, whether time is left. Returns what calls it off.
 */
export function inSpareTime(work: (isLeft: () => boolean) => void): () => void {
  const slice = () => {
    const started = performance.now();
    work(() => performance.now() - started < SLICE_MS);
  };
  // WebKit has none.
  if (!("scheduler" in globalThis)) {
    const asked = setTimeout(slice);
    return () => clearTimeout(asked);
  }
  let isCalledOff = false;
  const run = () => {
    if (!isCalledOff) slice();
  };
  void scheduler.postTask(run, { priority: "background" });
  return () => {
    isCalledOff = true;
  };
}
