import type { IncomingMessage, ServerResponse } from "node:http";
import { tooLarge, unreadable } from "../http/body.ts";
import type { Incoming } from "../http/incoming.ts";
import { HttpProblem } from "../http/problem.ts";
import { clientAddress, forwardedScheme, type Trust } from "./client-address.ts";

/** A target that parsing would leave as it is. */
const PLAIN_TARGET = /^\/[\w/-]*(?:\?[^#]*)?$/u;

/** A request as Node has it: what is asked for is read from there, and nothing is made of it. */
export class NodeRequest implements Incoming {
  readonly method: string;
  private readonly request: IncomingMessage;
  private readonly response: ServerResponse;
  private readonly trust: Trust | null;
  /** Set where the client waits for a word before it sends its body. */
  private readonly waits: boolean;

  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    trust: Trust | null,
    waits: boolean,
  ) {
    this.request = request;
    this.response = response;
    this.trust = trust;
    this.waits = waits;
    this.method = request.method ?? "GET";
  }

  get target(): string {
    const target = this.request.url ?? "";
    return PLAIN_TARGET.test(target) ? target : parsedTarget(target);
  }

  header(name: string): string | null {
    const value = this.request.headers[name];
    if (value === undefined) return null;
    return typeof value === "string" ? value : value.join(", ");
  }

  get client(): string {
    return clientAddress(this.request, this.trust);
  }

  get scheme(): "http" | "https" {
    return forwardedScheme(this.request, this.trust) ?? "http";
  }

  get isProxied(): boolean {
    return this.trust !== null && forwardedScheme(this.request, this.trust) !== null;
  }

  /** A Node process goes on after an answer anyway. */
  defer(): void {}

  text(bytesMax: number): Promise<string> {
    const { request } = this;
    if (this.waits) this.response.writeContinue();
    return new Promise((resolve, reject) => {
      let first: Buffer | null = null;
      let chunks: Buffer[] | null = null;
      let bytes = 0;
      request.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > bytesMax) {
          request.pause();
          reject(tooLarge(bytesMax));
        } else if (first === null) first = chunk;
        else (chunks ??= [first]).push(chunk);
      });
      request.on("end", () => {
        const whole = chunks === null ? first : Buffer.concat(chunks);
        resolve(whole === null ? "" : withoutMark(whole.toString("utf8")));
      });
      // Also after an error, which Node only emits to those who listen for it.
      request.on("close", () => {
        if (!request.complete) reject(unreadable());
      });
    });
  }
}

const BYTE_ORDER_MARK = "\uFEFF";

/** Text as standard requests read it: without the mark that some editors put at its beginning. */
function withoutMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/** The path and query of a target that is written out in full, has dots, or is encoded. */
function parsedTarget(target: string): string {
  const address = target.startsWith("/") ? `http://host${target}` : target;
  if (!/^https?:/iu.test(address) || !URL.canParse(address)) {
    throw new HttpProblem("invalid-input", "the target must be a path");
  }
  const { pathname, search } = new URL(address);
  return pathname + search;
}
