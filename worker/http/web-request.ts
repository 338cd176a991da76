import { tooLarge, unreadable } from "./body.ts";
import type { Incoming } from "./incoming.ts";
import { HttpProblem } from "./problem.ts";
import { checkHost } from "./target.ts";

/** What only the platform knows of a request. */
export interface RequestScope {
  readonly client: string;
  readonly scheme?: "http" | "https";
  readonly isProxied?: boolean;
  readonly defer?: (work: Promise<unknown>) => void;
}

/** A standard request, as Cloudflare and Deno have it. */
export class WebRequest implements Incoming {
  readonly method: string;
  readonly client: string;
  readonly scheme: "http" | "https";
  readonly isProxied: boolean;
  readonly defer: (work: Promise<unknown>) => void;
  readonly request: Request;

  constructor(request: Request, scope: RequestScope) {
    this.request = request;
    this.method = request.method;
    this.client = scope.client;
    this.scheme = scope.scheme ?? (request.url.startsWith("https:") ? "https" : "http");
    this.isProxied = scope.isProxied ?? false;
    this.defer = scope.defer ?? (() => undefined);
  }

  /**
   * The path and query, from the URL. Some platforms make the URL of whatever the Host header holds,
   * so a header that is no host is refused before it can pass for a path.
   */
  get target(): string {
    checkHost(this.request.headers.get("host"));
    const url = URL.parse(this.request.url);
    if (url === null) throw new HttpProblem("invalid-input", "the target must be a path");
    return url.pathname + url.search;
  }

  header(name: string): string | null {
    return this.request.headers.get(name);
  }

  async text(bytesMax: number): Promise<string> {
    try {
      // The platforms hold a body to its declared length, so that reads no more than the limit.
      const isDeclared = this.request.headers.has("content-length");
      return await (isDeclared ? this.request.text() : streamedText(this.request, bytesMax));
    } catch (error) {
      throw error instanceof HttpProblem ? error : unreadable();
    }
  }
}

async function streamedText(request: Request, bytesMax: number): Promise<string> {
  if (request.body === null) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (bytes > bytesMax) throw tooLarge(bytesMax);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
