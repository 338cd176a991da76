import type { IncomingMessage, ServerResponse } from "node:http";
import type { CompleteAnswer } from "../http/complete.ts";

/** Statuses that have no body and no length of one. */
const BODILESS: ReadonlySet<number> = new Set([204, 304]);

/** Most of an unwanted body that is read to its end, so that its sender gets to read the answer. */
const UNWANTED_BYTES_MAX = 1024 * 1024;
/** How long that may take. */
const UNWANTED_MS_MAX = 2000;

/** Sends an answer; `isLast` tells the client that the connection ends with it. */
export function sendAnswer(
  { status, fields: given, body }: CompleteAnswer,
  request: IncomingMessage,
  response: ServerResponse,
  isLast: boolean,
): void {
  if (response.destroyed || response.headersSent) return;
  const isUnread = !request.complete && hasBody(request);
  const fields = [...given];
  // The headers alone say how long a body is that is not sent.
  if (request.method !== "HEAD" && !BODILESS.has(status)) {
    const length = typeof body === "string" ? Buffer.byteLength(body) : body.byteLength;
    fields.push("content-length", String(length));
  }
  if (isLast || isUnread) fields.push("connection", "close");
  response.writeHead(status, fields);
  if (!isUnread) response.end(body);
  else {
    response.write(body);
    endAfterUnwantedBody(request, response);
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"];
  return headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
}

/**
 * Closing a connection on which data is still coming resets it, and the sender may never see the
 * answer. So the rest is read and dropped, as long as there is an end in sight.
 */
function endAfterUnwantedBody(request: IncomingMessage, response: ServerResponse): void {
  let bytes = 0;
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(() => request.destroy(), UNWANTED_MS_MAX);
  request.removeAllListeners("data");
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > UNWANTED_BYTES_MAX) request.destroy();
  });
  request.once("end", end);
  request.once("close", end);
  request.resume();
}
