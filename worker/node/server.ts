import { readFileSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as SocketServer, type Socket } from "node:net";
import { MS_PER_SECOND } from "../../shared/units.ts";
import type { App } from "../app.ts";
import type { CompleteAnswer } from "../http/complete.ts";
import { bareProblem, HttpProblem } from "../http/problem.ts";
import { TARGET_LENGTH_MAX } from "../http/target.ts";
import type { Trust } from "./client-address.ts";
import { NodeRequest } from "./node-request.ts";
import { sendAnswer } from "./sent-answer.ts";

/**
 * An `import` of this module reads all that it exports, and with that loads a client for HTTP and
 * WebSocket that nothing here uses: some megabytes of every process.
 */
const { createServer } = process.getBuiltinModule("node:http");

/** Most bytes of a request's head: the longest target, and as much for its headers. */
const HEAD_BYTES_MAX = TARGET_LENGTH_MAX * 2;
/** Most headers of a request. */
const HEADERS_MAX = 100;
/** The longest that a request's head may take to arrive. */
const HEAD_MS_MAX = 10_000;
/** How often connections are looked at for that; Node's own half a minute would triple it. */
const LOOK_EVERY_MS = 1000;
/** Files that a process has open beside its connections, and may want to open: its log, assets, modules, the store. */
const OTHER_FILES = 64;

export interface ServerOptions {
  readonly app: App;
  readonly trust: Trust | null;
  readonly timeoutSeconds: number;
  readonly keepAliveSeconds: number;
  /** Answers that only Node gives, by path, before the application is asked. */
  readonly own: ReadonlyMap<string, (request: IncomingMessage, response: ServerResponse) => void>;
  /** Called after each answer with how many there were. */
  readonly onAnswered: (answered: number) => void;
}

interface Pending {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly startedMs: number;
  /** Where it stands among those that are being answered. */
  place: number;
}

/** The HTTP server of a process. */
export class AppServer {
  readonly server: Server;
  private readonly options: ServerOptions;
  private readonly sockets = new Set<Socket>();
  /** What is being answered, in no order: a set makes its table anew, in memory that lasts, every few requests. */
  private readonly pending: Pending[] = [];
  private answered = 0;
  private open = 0;
  private leaving = false;

  constructor(options: ServerOptions) {
    this.options = options;
    const timeoutMs = options.timeoutSeconds * MS_PER_SECOND;
    this.server = createServer({
      keepAliveTimeout: options.keepAliveSeconds * MS_PER_SECOND,
      headersTimeout: Math.min(HEAD_MS_MAX, timeoutMs),
      requestTimeout: timeoutMs,
      connectionsCheckingInterval: LOOK_EVERY_MS,
      maxHeaderSize: HEAD_BYTES_MAX,
      noDelay: true,
    });
    // Node drops what is beyond this number; one more shows that there was more.
    this.server.maxHeadersCount = HEADERS_MAX + 1;
    // One more than there are files for would be lost on its way here, and the primary would wait for a word of it
    // without end, handing over no other. It is closed instead.
    this.server.maxConnections = connectionsMax();
    (this.server as Server & { dropMaxConnection: boolean }).dropMaxConnection = true;
    this.server.on("request", (request, response) => this.take(request, response, false));
    this.server.on("checkContinue", (request, response) => this.take(request, response, true));
    this.server.on("clientError", refuse);
    setInterval(() => this.endSlowOnes(), LOOK_EVERY_MS).unref();
    this.server.on("connection", (socket) => {
      this.sockets.add(socket);
      socket.once("close", () => this.sockets.delete(socket));
    });
  }

  /** Requests that are being answered. */
  get inFlight(): number {
    return this.open;
  }

  get connections(): number {
    return this.sockets.size;
  }

  get isLeaving(): boolean {
    return this.leaving;
  }

  /** Says from now on that each answer is a connection's last. */
  leave(): void {
    this.leaving = true;
  }

  /**
   * Takes no further connections and resolves when those that are there have ended: after their next
   * answer, or when they have been idle as long as they were promised. `Server.close` would cut idle
   * ones off at once, and with them a request that is on its way.
   */
  close(msMax: number): Promise<void> {
    this.leave();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.server.closeAllConnections(), msMax);
      SocketServer.prototype.close.call(this.server, () => {
        clearTimeout(timer);
        this.server.close();
        resolve();
      });
    });
  }

  private take(request: IncomingMessage, response: ServerResponse, waits: boolean): void {
    this.open += 1;
    response.once("close", () => {
      this.open -= 1;
      this.answered += 1;
      this.options.onAnswered(this.answered);
    });
    const own = this.options.own.get(request.url ?? "");
    if (own !== undefined) own(request, response);
    else this.answer(request, response, waits);
  }

  private answer(request: IncomingMessage, response: ServerResponse, waits: boolean): void {
    const { app, trust } = this.options;
    const problem = headersProblem(request.rawHeaders);
    if (problem !== null) return sendAnswer(bareProblem(problem), request, response, true);
    const { length: place } = this.pending;
    const pending: Pending = { request, response, startedMs: performance.now(), place };
    this.pending.push(pending);
    const answered = app(new NodeRequest(request, response, trust, waits));
    void this.send(answered, pending);
  }

  private async send(answered: Promise<CompleteAnswer>, pending: Pending): Promise<void> {
    const answer = await answered;
    this.drop(pending);
    sendAnswer(answer, pending.request, pending.response, this.leaving);
  }

  /** The last one takes its place; one that is not there any more is left alone. */
  private drop(pending: Pending): void {
    if (this.pending[pending.place] !== pending) return;
    const last = this.pending.pop();
    if (last === undefined || last === pending) return;
    last.place = pending.place;
    this.pending[last.place] = last;
  }

  /** Tells those who have waited too long. They are looked for now and then: a timer each costs more. */
  private endSlowOnes(): void {
    const since = performance.now() - this.options.timeoutSeconds * MS_PER_SECOND;
    const slow = this.pending.filter(
      // A request that has not arrived is Node's own to end.
      ({ startedMs, request }) => startedMs <= since && request.complete,
    );
    for (const pending of slow) {
      this.drop(pending);
      const problem = new HttpProblem("too-slow", "the answer took too long", {
        headers: { "retry-after": "1" },
      });
      sendAnswer(bareProblem(problem), pending.request, pending.response, true);
    }
  }
}

const HOST = "host";

/** What is wrong with the headers of a request: Node drops those that are too many, and a second host. */
function headersProblem(raw: readonly string[]): HttpProblem | null {
  if (raw.length > HEADERS_MAX * 2) {
    return new HttpProblem("headers-too-large", `at most ${HEADERS_MAX} headers`);
  }
  let hosts = 0;
  for (let place = 0; place < raw.length; place += 2) {
    const name = raw[place] ?? "";
    if (name.length === HOST.length && name.toLowerCase() === HOST) hosts += 1;
  }
  return hosts > 1 ? new HttpProblem("invalid-input", "there must be one Host header") : null;
}

const REFUSALS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** Answers what is no HTTP, or does not come to its end: by its status alone, for nobody reads more. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status = REFUSALS[error.code ?? ""] ?? "400 Bad Request";
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

/** How many connections the system's limit of open files leaves room for. */
function connectionsMax(): number {
  try {
    const limits = readFileSync("/proc/self/limits", "utf8");
    const files = Number(/^Max open files\s+(\d+)/mu.exec(limits)?.[1] ?? Infinity);
    return Math.max(1, files - OTHER_FILES);
  } catch {
    // Not every system says.
    return Infinity;
  }
}
