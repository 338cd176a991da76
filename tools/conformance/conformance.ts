import type { OpenApiDocument } from "../openapi/document.ts";
import { AnswerChecker } from "./answer-checker.ts";
import { requestMaker, type GeneratedRequest, type Kind } from "./generated-request.ts";

/** A platform that is asked. */
export interface Asked {
  readonly name: string;
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
}

/** A request whose answer is not as it must be. */
interface Fault {
  readonly request: GeneratedRequest;
  readonly platform: string;
  readonly fault: string;
}

/** What came of a run. */
export interface Outcome {
  readonly requests: number;
  readonly kinds: Readonly<Record<Kind, number>>;
  /** Requests that the schemas allow, and how many of them were not refused by the engine either. */
  readonly valid: { readonly asked: number; readonly answered: number };
  /** Answers of the first platform, by status. */
  readonly statuses: ReadonlyMap<number, number>;
  readonly operations: ReadonlyMap<string, number>;
  readonly faults: readonly Fault[];
}

/** What of an answer must be the same everywhere. */
const COMPARED_HEADERS = ["content-type", "cache-control", "etag", "allow"] as const;
const AT_A_TIME = 40;
const BATCH = "/api/v1/batch";

/**
 * Sends so many requests, made from the document by a seed, to every platform. No answer may be an
 * error of the server, each must be what the document says, and all platforms must answer the same.
 * `stop` ends it early: the outcome is then that of the requests that have been answered.
 */
export async function conformance(
  document: OpenApiDocument,
  platforms: readonly Asked[],
  options: {
    readonly seed: number;
    readonly from?: number;
    readonly requests: number;
    readonly progress?: (done: number, faults: number) => void;
    readonly stop?: AbortSignal;
  },
): Promise<Outcome> {
  const { seed, from = 0, requests, progress, stop } = options;
  const make = requestMaker(document, seed);
  const checker = new AnswerChecker(document);
  const kinds: Record<Kind, number> = { valid: 0, boundary: 0, broken: 0 };
  const statuses = new Map<number, number>();
  const operations = new Map<string, number>();
  const valid = { asked: 0, answered: 0 };
  const faults: Fault[] = [];
  let next = from;
  let done = 0;
  await Promise.all(Array.from({ length: AT_A_TIME }, askOn));
  return { requests: done, kinds, valid, statuses, operations, faults };

  async function askOn(): Promise<void> {
    while (next < from + requests) {
      if (hasStopped()) return;
      const request = make(next);
      next += 1;
      try {
        await ask(request);
      } catch (error) {
        // What stops this run may have stopped a platform with it.
        if (hasStopped()) return;
        throw error;
      }
      done += 1;
      progress?.(done, faults.length);
    }
  }

  function hasStopped(): boolean {
    return stop?.aborted === true;
  }

  async function ask(request: GeneratedRequest): Promise<void> {
    const answers = await Promise.all(platforms.map((platform) => answerOf(platform, request)));
    kinds[request.kind] += 1;
    count(operations, request.operation.operationId);
    const [first] = answers;
    if (first === undefined) return;
    count(statuses, first.response.status);
    if (request.kind === "valid") {
      valid.asked += 1;
      if (first.response.status === 200) valid.answered += 1;
    }
    // A batch is answered whatever its questions are.
    if (
      first.response.status === 200 &&
      request.body !== undefined &&
      request.documentedPath !== BATCH
    ) {
      const found = checker.bodyFaults(request.operation, request.body);
      faults.push(...found.map((fault) => ({ request, platform: first.platform, fault })));
    }
    for (const { platform, response, text, compared } of answers) {
      const found = checker.faults(request.operation, response, text);
      if (response.status >= 500) found.unshift(`answers ${response.status}: ${text}`);
      if (compared !== first.compared) {
        found.push(`is not as on ${first.platform}: ${compared} / ${first.compared}`);
      }
      faults.push(...found.map((fault) => ({ request, platform, fault })));
    }
  }
}

async function answerOf({ name, fetch }: Asked, request: GeneratedRequest) {
  const { path, method, headers, body } = request;
  const init = { method, headers, ...(body === undefined ? {} : { body }) };
  const { response, text } = await untilAnswered(async () => {
    const answered = await fetch(path, init);
    const all = await answered.text();
    if (answered.status === 408 || (answered.status === 500 && all.startsWith(PROXY_LOST))) {
      throw new Error(`${answered.status} ${all}`);
    }
    return { response: answered, text: all };
  });
  const shown = COMPARED_HEADERS.map(
    (header) => `${header}: ${response.headers.get(header) ?? ""}`,
  );
  const compared = [response.status, ...shown, comparable(request, text)].join("\n");
  return { platform: name, response, text, compared };
}

/** What wrangler's proxy before workerd says for it when the connection between them was closed. */
const PROXY_LOST = "Error: Network connection lost.";
const ATTEMPTS = 6;

/**
 * A connection can be closed while a request is on its way: an idle one, one whose body is too large to
 * be read to its end, or one on which a busy client has kept the server waiting (408). A good client asks
 * again.
 */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

/** Of the health of a platform only what all of them say. */
function comparable({ documentedPath }: GeneratedRequest, text: string): string {
  if (documentedPath !== "/health") return text;
  return text.replaceAll(
    /"(?:timestamp|draining)":(?:"[^"]*"|true|false),?|"catalog":(?:null|\{[^}]*\})/gu,
    "",
  );
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
