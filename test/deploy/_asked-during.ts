import { run } from "./_run.ts";

/** What was answered while something was done. */
export interface AskedDuring<Result> {
  /** How often each status came, or what curl said where none did. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The longest time between two good answers. */
  readonly longestGapMs: number;
  readonly result: Result;
}

/**
 * Makes curl say the status, or why there is none, on a connection of its own. Not by HTTP/2: there, nginx
 * that is reloaded says goodbye (GOAWAY, RFC 9113, 6.8) to a connection that was opened in that moment, and a
 * client is to ask again. Browsers do, as proxy.test.ts holds; curl of Debian 12 takes it for an error.
 */
const SAY_STATUS =
  "--silent --insecure --http1.1 --max-time 10 --output /dev/null --write-out".split(" ");

/** The status that an address answers with, or why it does not; of this machine or another that runs curl. */
export async function statusOf(url: string, runCurl: typeof run = run): Promise<string> {
  const { output } = await runCurl(["curl", ...SAY_STATUS, "%{http_code} %{errormsg}", url], {
    mayFail: true,
  });
  const [, status = "", error = ""] = /^(\d+) ?(.*)$/su.exec(output) ?? [];
  return error === "" ? status : error;
}

/** Asks one question after another, each on a connection of its own, until something is done. */
export async function askedDuring<Result>(
  ask: () => Promise<string>,
  work: Promise<Result>,
): Promise<AskedDuring<Result>> {
  const statuses: Record<string, number> = {};
  const done = new AbortController();
  void work.finally(() => done.abort()).catch(() => undefined);
  let longestGapMs = 0;
  let answeredAt = performance.now();
  while (!done.signal.aborted) {
    const status = await ask();
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status !== "200") continue;
    longestGapMs = Math.max(longestGapMs, performance.now() - answeredAt);
    answeredAt = performance.now();
  }
  return { statuses, longestGapMs, result: await work };
}
