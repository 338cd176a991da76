import type { Progress } from "./download.ts";

/**
 * Does something while a bar shows how far it has come; the bar ends even where the work fails.
 * `total` is in the unit of `advance`, `null` when it is not known.
 */
export async function withBar<Result>(
  progress: Progress,
  what: string,
  total: number | null,
  work: (advance: (amount: number) => void) => Promise<Result>,
): Promise<Result> {
  const bar = progress.begin(what, total);
  try {
    return await work(bar.advance);
  } finally {
    bar.end();
  }
}
