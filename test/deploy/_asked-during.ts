/** How often each status came while something was done. */
export type Statuses = Readonly<Record<number, number>>;

/** Asks one question after another, each on a connection of its own, until something is done. */
export async function askedDuring<Result>(
  ask: () => Promise<number>,
  work: Promise<Result>,
): Promise<{ readonly statuses: Statuses; readonly result: Result }> {
  const statuses: Record<number, number> = {};
  const done = new AbortController();
  void work.finally(() => done.abort()).catch(() => undefined);
  while (!done.signal.aborted) {
    const status = await ask();
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return { statuses, result: await work };
}
