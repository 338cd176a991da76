import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { spoilt, SPOILS, type Spoil } from "./_spoilt-answers.ts";

/** What can go wrong on the way of an answer. */
const TROUBLES = ["500", "503", "429", "404", "reset", "slow", "hang", "html"] as const;
export const FAULTS = [...TROUBLES, ...SPOILS, "repeated page"] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultPlan {
  readonly seed: number;
  /** Answers that might go wrong and are right before any does. */
  readonly spared?: number;
  /** Part of the answers after the first fault that go wrong, 0–1. */
  readonly rate: number;
  readonly kinds: readonly Fault[];
  /** Answers that go wrong before all others are right, so that a run comes to an end. */
  readonly most: number;
  /** Addresses whose answers may go wrong; all unless given. */
  readonly where?: RegExp;
}

/** Every answer is right. */
export const NO_FAULTS: FaultPlan = { seed: 1, rate: 0, kinds: [], most: 0 };

export interface ReplayServer {
  readonly url: string;
  /** Paths that were asked for, with the fault and the range of each answer. */
  readonly requests: readonly ReplayedRequest[];
  /** Answers from now on by another plan. */
  readonly follow: (plan: FaultPlan) => void;
  readonly stop: () => Promise<void>;
}

export interface ReplayedRequest {
  readonly path: string;
  readonly fault: Fault | null;
  /** The header of the answer; `null` where the whole was sent. */
  readonly range: string | null;
}

/** A slow answer comes in so many pieces, with a pause before each but the first. */
const SLOW_PIECES = 4;
const SLOW_PAUSE_MS = 6;
/** How long a connection lasts after half an answer. */
const RESET_MS = 25;

/**
 * A server on this machine that answers as the sources do, but for the faults of a plan. `onHang` is
 * told of an answer of which nothing will ever come.
 */
export async function startReplayServer(
  respond: (url: URL) => unknown,
  firstPlan: FaultPlan = NO_FAULTS,
  onHang: () => void = () => undefined,
): Promise<ReplayServer> {
  const requests: ReplayedRequest[] = [];
  let plan = firstPlan;
  let random = randomFrom(plan.seed);
  let eligible = 0;
  let faults = 0;
  let last: string | null = null;
  const drawFault = (path: string): Fault | null => {
    const { where, most, rate, spared = 0 } = plan;
    if (where?.test(path) === false) return null;
    eligible += 1;
    const isExempt = eligible <= spared || faults >= most;
    if (isExempt || (faults > 0 && random() >= rate)) return null;
    faults += 1;
    return plan.kinds[Math.floor(random() * plan.kinds.length)] ?? null;
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
    const path = url.pathname + url.search;
    const fault = drawFault(path);
    const answer = respond(url);
    const text = typeof answer === "string" || answer === null ? answer : JSON.stringify(answer);
    const range = send(request, response, text, { fault, last, random });
    if (fault === "hang") onHang();
    requests.push({ path, fault, range });
    last = text;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    follow: (next) => {
      plan = next;
      random = randomFrom(next.seed);
      eligible = 0;
      faults = 0;
      last = null;
      requests.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface Sending {
  readonly fault: Fault | null;
  /** The answer before this one. */
  readonly last: string | null;
  readonly random: () => number;
}

/** Sends a text, or what a fault makes of it; answers the range that was sent. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  text: string | null,
  { fault, last, random }: Sending,
): string | null {
  if (fault === "500" || fault === "503" || fault === "429") {
    response.writeHead(Number(fault), fault === "500" ? {} : { "retry-after": "0" });
    response.end("not now");
    return null;
  }
  if (fault === "html") {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<!doctype html><title>Sign in</title>");
    return null;
  }
  const sent =
    fault === "repeated page"
      ? (last ?? text)
      : isSpoil(fault)
        ? spoilt(text, fault, random)
        : text;
  if (sent === null || fault === "404") {
    response.writeHead(404);
    response.end("not found");
    return null;
  }
  const { rest, range } = begin(request, response, Buffer.from(sent));
  if (fault === "hang") response.flushHeaders();
  else if (fault === "reset") {
    const half = rest.subarray(0, rest.length / 2);
    // What has not been read by then is lost with the connection.
    response.write(half, () => setTimeout(() => response.socket?.resetAndDestroy(), RESET_MS));
  } else if (fault === "slow") sendSlowly(response, rest);
  else response.end(rest);
  return range;
}

function isSpoil(fault: Fault | null): fault is Spoil {
  return SPOILS.some((spoil) => spoil === fault);
}

/** Begins the answer with the whole, or with the part of it that is asked for. */
function begin(request: IncomingMessage, response: ServerResponse, bytes: Buffer) {
  const etag = `"${hashOf(bytes)}"`;
  const begun = /^bytes=(\d+)-$/u.exec(request.headers.range ?? "")?.[1];
  const isRest = begun !== undefined && request.headers["if-range"] === etag;
  const rest = isRest ? bytes.subarray(Number(begun)) : bytes;
  const range = isRest ? `bytes ${begun}-${bytes.length - 1}/${bytes.length}` : null;
  response.writeHead(isRest ? 206 : 200, {
    "content-type": "application/json",
    "content-length": rest.length,
    etag,
    ...(range === null ? {} : { "content-range": range }),
  });
  return { rest, range };
}

/** A piece now and then: each comes soon enough, the whole takes its time. */
function sendSlowly(response: ServerResponse, bytes: Buffer): void {
  const size = Math.ceil(bytes.length / SLOW_PIECES);
  const sendFrom = (start: number) => {
    response.write(bytes.subarray(start, start + size));
    if (start + size >= bytes.length) response.end();
    else setTimeout(sendFrom, SLOW_PAUSE_MS, start + size);
  };
  sendFrom(0);
}

function hashOf(bytes: Buffer): string {
  return createHash("sha1").update(bytes).digest("hex");
}

/** The same numbers, 0–1, for the same seed: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
