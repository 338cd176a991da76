import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import pRetry, { AbortError } from "p-retry";
import type { Downloads, Progress, RequestOptions } from "./download.ts";
import { SILENT } from "./terminal-progress.ts";

export interface DownloadOptions {
  readonly fetch?: typeof fetch;
  readonly progress?: Progress;
  /** Attempts after the first. */
  readonly retries?: number;
  readonly leastBackOffMs?: number;
  readonly mostBackOffMs?: number;
  /** How long nothing may come before an attempt is given up. */
  readonly stallMs?: number;
  /** How that is measured; by the clock unless given. */
  readonly startTimer?: StartTimer;
}

/** Calls `onEnd` once so much time has passed since it was started or refreshed. */
export type StartTimer = (
  onEnd: () => void,
  ms: number,
) => { readonly refresh: () => void; readonly stop: () => void };

const DEFAULTS = { retries: 6, leastBackOffMs: 1000, mostBackOffMs: 60_000, stallMs: 60_000 };
/** Statuses at which asking again may help. */
const WORTH_RETRYING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const MS_PER_SECOND = 1000;
/** A file that says that the guard stopped what was downloaded. */
const REFUSED = "refused";
const HASH_DIGITS = 8;

/** A download that failed for good. */
export class DownloadError extends Error {
  override readonly name = "DownloadError" as const;
}

/**
 * Downloads into a folder, trying again with growing pauses after failures of the network and the
 * server. What is there whole is not asked for again; of a large file, only what is missing.
 */
export class DownloadFolder implements Downloads {
  private readonly folder: string;
  private readonly settings: Required<DownloadOptions>;
  private isMade = false;

  constructor(folder: string, options: DownloadOptions = {}) {
    this.folder = folder;
    this.settings = { ...DEFAULTS, fetch, progress: SILENT, startTimer, ...options };
  }

  file = async (name: string, url: string, options: RequestOptions = {}): Promise<string> => {
    const path = this.pathOf(name, url);
    if (await exists(path)) return path;
    await this.withRetries(url, (signal, alive) =>
      this.goOn({ name, path, url, options, signal, alive }),
    );
    return path;
  };

  json = async (name: string, url: string, options: RequestOptions = {}): Promise<unknown> => {
    const text = await this.page(name, url, options, (body) => {
      try {
        JSON.parse(body);
      } catch {
        throw new Error(`the answer of ${shown(url)} is not well-formed JSON`);
      }
    });
    return JSON.parse(text);
  };

  text = (name: string, url: string, options: RequestOptions = {}): Promise<string> =>
    this.page(name, url, options, () => undefined);

  /** Throws away all that was downloaded. */
  async discard(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    this.isMade = false;
  }

  /** Remembers that the guard stopped what was downloaded. */
  async markRefused(): Promise<void> {
    await this.make();
    await writeFile(join(this.folder, REFUSED), "");
  }

  /** Throws away all that was downloaded if the guard stopped it. */
  async discardRefused(): Promise<void> {
    if (await exists(join(this.folder, REFUSED))) await this.discard();
  }

  private async page(
    name: string,
    url: string,
    options: RequestOptions,
    assertWhole: (body: string) => void,
  ): Promise<string> {
    const path = this.pathOf(name, url);
    if (await exists(path)) return readFile(path, "utf8");
    let body = "";
    await this.withRetries(url, async (signal, alive) => {
      const response = await this.request(url, options, signal);
      body = await textOf(response, alive);
      assertLength(response, Buffer.byteLength(body), url);
      assertWhole(body);
    });
    await this.make();
    await writeFile(`${path}.part`, body);
    await rename(`${path}.part`, path);
    return body;
  }

  /** Downloads a file, or the rest of one that was begun. */
  private async goOn({ name, path, url, options, signal, alive }: FileAttempt): Promise<void> {
    const part = `${path}.part`;
    const validatorPath = `${part}.validator`;
    await this.make();
    const validator = (await exists(validatorPath)) ? await readFile(validatorPath, "utf8") : "";
    const begun = validator !== "" && (await exists(part)) ? (await stat(part)).size : 0;
    const range = begun > 0 ? { range: `bytes=${begun}-`, "if-range": validator } : {};
    // A range counts the bytes of the file itself, not of a compressed copy.
    const asked = { ...options.headers, ...range, "accept-encoding": "identity" };
    const response = await this.request(url, { headers: asked }, signal);
    const isRest = response.status === 206 && startsAt(response, begun);
    if (response.status === 206 && !isRest) throw new Error(`${shown(url)} sent another range`);
    const tag = response.headers.get("etag") ?? response.headers.get("last-modified") ?? "";
    await writeFile(validatorPath, tag.startsWith("W/") ? "" : tag);
    if (response.body === null) throw new Error(`${shown(url)} sent nothing`);
    const from = isRest ? begun : 0;
    const declared = response.headers.get("content-length");
    const total = declared === null ? null : from + Number(declared);
    const bar = this.settings.progress.begin(`${name}, bytes downloaded`, total);
    bar.advance(from);
    let bytes = from;
    try {
      const { body } = response;
      await pipeline(
        async function* () {
          for await (const chunk of body) {
            alive();
            bytes += chunk.length;
            bar.advance(chunk.length);
            yield chunk;
          }
        },
        createWriteStream(part, { flags: isRest ? "a" : "w" }),
      );
    } finally {
      bar.end();
    }
    if (total !== null && bytes !== total) {
      throw new Error(`${shown(url)} ended after ${bytes} of ${total} bytes`);
    }
    await rename(part, path);
    await rm(validatorPath, { force: true });
  }

  private async request(
    url: string,
    { headers = {} }: RequestOptions,
    signal: AbortSignal,
  ): Promise<Response> {
    const response = await this.settings.fetch(url, { headers, signal });
    if (response.ok) return response;
    await response.body?.cancel();
    const message = `${shown(url)} answered ${response.status}`;
    if (!WORTH_RETRYING.has(response.status)) throw new AbortError(new DownloadError(message));
    await this.pauseAsAsked(response, signal);
    throw new Error(message);
  }

  /** As long as the server asks to be left alone, but no longer than the longest pause. */
  private async pauseAsAsked({ headers }: Response, signal: AbortSignal): Promise<void> {
    const seconds = Number(headers.get("retry-after") ?? Number.NaN);
    if (!(seconds > 0)) return;
    const ms = Math.min(seconds * MS_PER_SECOND, this.settings.mostBackOffMs);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Tries until it succeeds; an attempt in which nothing comes for too long is given up. */
  private async withRetries(
    url: string,
    attempt: (signal: AbortSignal, alive: () => void) => Promise<void>,
  ): Promise<void> {
    const { retries, leastBackOffMs, mostBackOffMs, stallMs, progress } = this.settings;
    const attemptOnce = async () => {
      const controller = new AbortController();
      const seconds = stallMs / MS_PER_SECOND;
      const stall = this.settings.startTimer(
        () => controller.abort(new Error(`${shown(url)} sent nothing for ${seconds} s`)),
        stallMs,
      );
      try {
        await attempt(controller.signal, stall.refresh);
      } catch (error) {
        // `fetch` hides why a connection broke; every such failure is worth another attempt.
        throw error instanceof TypeError ? new Error(`${shown(url)}: ${reasonOf(error)}`) : error;
      } finally {
        stall.stop();
      }
    };
    try {
      await pRetry(attemptOnce, {
        retries,
        minTimeout: leastBackOffMs,
        maxTimeout: mostBackOffMs,
        randomize: true,
        onFailedAttempt: ({ error, retriesLeft, retryDelay }) => {
          const seconds = Math.ceil(retryDelay / MS_PER_SECOND);
          if (retriesLeft > 0) progress.say(`${error.message}; again in ${seconds} s`);
        },
      });
    } catch (error) {
      if (error instanceof DownloadError) throw error;
      throw new DownloadError(error instanceof Error ? error.message : String(error), {
        cause: error,
      });
    }
  }

  private async make(): Promise<void> {
    if (!this.isMade) await mkdir(this.folder, { recursive: true });
    this.isMade = true;
  }

  /** The same name stands for another file where it comes from elsewhere. */
  private pathOf(name: string, url: string): string {
    const hash = createHash("sha256").update(url).digest("hex").slice(0, HASH_DIGITS);
    return join(this.folder, `${hash}-${name.replaceAll(/[^\w.-]/gu, "_")}`);
  }
}

const startTimer: StartTimer = (onEnd, ms) => {
  const timer = setTimeout(onEnd, ms);
  return { refresh: () => timer.refresh(), stop: () => clearTimeout(timer) };
};

/** What one attempt at a file needs. */
interface FileAttempt {
  readonly name: string;
  readonly path: string;
  readonly url: string;
  readonly options: RequestOptions;
  readonly signal: AbortSignal;
  /** To be told whenever something comes. */
  readonly alive: () => void;
}

async function textOf(response: Response, alive: () => void): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    alive();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** A body that is not compressed is as long as it was declared. */
function assertLength({ headers }: Response, bytes: number, url: string): void {
  const declared = headers.get("content-length");
  if (declared === null || headers.get("content-encoding") !== null) return;
  if (Number(declared) !== bytes) {
    throw new Error(`${shown(url)} ended after ${bytes} of ${declared} bytes`);
  }
}

function startsAt({ headers }: Response, begun: number): boolean {
  return new RegExp(`^bytes ${begun}-`, "u").test(headers.get("content-range") ?? "");
}

/** An address without what must not be shown: the key of the one who asks. */
function shown(url: string): string {
  return url.replace(/([?&]key=)[^&]*/u, "$1…");
}

function reasonOf({ message, cause }: TypeError): string {
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
