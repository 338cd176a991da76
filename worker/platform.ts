import type { ReadRateCard } from "../shared/catalog/card-store.ts";

/** Everything in which Cloudflare, Deno and Node differ. Lives as long as the isolate or process. */
export interface Platform {
  /** A file of the built page, or a 404. */
  readonly asset: (request: Request) => Promise<Response>;
  readonly readRateCard: ReadRateCard;
  readonly now: () => Date;
  /** Notes an error that a client was not told about. */
  readonly logError: (error: unknown, request: { method: string; path: string }) => void;
}
