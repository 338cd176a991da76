/** What was answered while something was done. */
export interface AskedDuring<Result> {
  /** How often each status came. */
  readonly statuses: Readonly<Record<number, number>>;
  /** The longest time between two good answers. */
  readonly longestGapMs: number;
  readonly result: Result;
}

/** Asks one question after another, each on a connection of its own, until something is done. */
export async function askedDuring<Result>(
  ask: () => Promise<number>,
  work: Promise<Result>,
): Promise<AskedDuring<Result>> {
  const statuses: Record<number, number> = {};
  const done = new AbortController();
  void work.finally(() => done.abort()).catch(() => undefined);
  let longestGapMs = 0;
  let answeredAt = performance.now();
  while (!done.signal.aborted) {
    const status = await ask();
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status !== 200) continue;
    longestGapMs = Math.max(longestGapMs, performance.now() - answeredAt);
    answeredAt = performance.now();
  }
  return { statuses, longestGapMs, result: await work };
}
