import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { metricsText, type Meter } from "./metrics.ts";
import type { PrimaryLink } from "./primary-link.ts";

/** Answers `/metrics` to whoever has the token: the measures of this process, or of all of them. */
export function metricsAnswer(
  token: string,
  meter: Meter,
  link: PrimaryLink | null,
): (request: IncomingMessage, response: ServerResponse) => void {
  const expected = digestOf(`Bearer ${token}`);
  return (request, response) => {
    // Digests have one length, so that comparing them takes one time.
    if (!timingSafeEqual(digestOf(request.headers.authorization ?? ""), expected)) {
      response.writeHead(401, { "www-authenticate": "Bearer", "content-length": "0" });
      response.end();
      return;
    }
    void sendMetrics(meter, link, request, response);
  };
}

async function sendMetrics(
  meter: Meter,
  link: PrimaryLink | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = await (link === null
    ? metricsText([await meter.measures()])
    : link.metrics().catch(() => null));
  if (text === null) {
    response.writeHead(503, { "retry-after": "1", "content-length": "0" });
    response.end();
    return;
  }
  response.writeHead(200, {
    "content-type": "text/plain; version=0.0.4; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
  });
  response.end(request.method === "HEAD" ? "" : text);
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
