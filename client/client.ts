import { OPERATIONS, type Operations, type Problem } from "./operations.ts";

export type * from "./operations.ts";

/** How the API is reached. */
export interface ClientOptions {
  /** Where it is: `https://example.com`. */
  readonly baseUrl: string;
  /** What sends requests, instead of the platform's own `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What holds for one request. */
export interface RequestOptions {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An operation that needs nothing to be asked can be asked nothing. */
type Arguments<Request> = [Request] extends [never]
  ? [request?: undefined, options?: RequestOptions]
  : Partial<Request> extends Request
    ? [request?: Request, options?: RequestOptions]
    : [request: Request, options?: RequestOptions];

/** The API's operations, each a function of its question. */
export type Client = {
  readonly [Name in keyof Operations]: (
    ...parameters: Arguments<Operations[Name]["request"]>
  ) => Promise<Operations[Name]["answer"]>;
};

/** What the API answers when it cannot answer: its problem document. */
export class ProblemError extends Error {
  override readonly name = "ProblemError" as const;
  readonly status: number;
  /** `null` when something in between answered in another form. */
  readonly problem: Problem | null;

  constructor(status: number, problem: Problem | null) {
    super(problem?.detail ?? `the API answered with status ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

/** A client of the API at a place. */
export function createClient(options: ClientOptions): Client {
  const entries = Object.entries(OPERATIONS).map(([name, operation]) => [
    name,
    (request?: Body, own?: RequestOptions) => ask(options, operation, request ?? {}, own ?? {}),
  ]);
  // Every name of the table is there, with the types that the table was written with.
  return Object.fromEntries(entries) as Client;
}

type Body = Readonly<Record<string, unknown>>;
type Operation = readonly [method: "GET" | "POST", path: string];

async function ask(
  { baseUrl, fetch = globalThis.fetch, headers: always = {} }: ClientOptions,
  [method, path]: Operation,
  request: Body,
  { signal, headers }: RequestOptions,
): Promise<unknown> {
  const isPost = method === "POST";
  const url = baseUrl.replace(/\/$/u, "") + (isPost ? path : withParameters(path, request));
  const response = await fetch(url, {
    method,
    headers: { ...always, ...headers, ...(isPost ? { "content-type": "application/json" } : {}) },
    ...(isPost ? { body: JSON.stringify(request) } : {}),
    ...(signal === undefined ? {} : { signal }),
  });
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok) {
    const isProblem = type.startsWith("application/problem+json");
    throw new ProblemError(
      response.status,
      isProblem ? ((await response.json()) as Problem) : null,
    );
  }
  return type.startsWith("application/json") ? response.json() : response.text();
}

/** Parameters in the path where it names them, the others behind it. */
function withParameters(pattern: string, request: Body): string {
  const query = new URLSearchParams();
  let path = pattern;
  for (const [name, value] of Object.entries(request)) {
    if (value === undefined) continue;
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const place = `{${name}}`;
    if (path.includes(place)) path = path.replace(place, () => encodeURIComponent(text));
    else query.append(name, text);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}
