import { spawn, type ChildProcess } from "node:child_process";
import { connect, type Socket } from "node:net";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A line of the log. */
export type LogLine = Readonly<Record<string, unknown>>;

/** The Node entry as a process of its own. */
export interface NodeEntry {
  readonly child: ChildProcess;
  readonly url: string;
  readonly port: number;
  /** Milliseconds from its start until it listened. */
  readonly startedMs: number;
  /** What it has logged. */
  readonly log: readonly LogLine[];
  /** Resolves when a line like that is there, or has been. */
  readonly logged: (message: string) => Promise<LogLine>;
  /** Sends a signal and resolves with how the process ended. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** Starts it with some settings on a free port; without others it limits nobody. */
export async function nodeEntry(
  settings: Readonly<Record<string, string>> = {},
): Promise<NodeEntry> {
  const started = performance.now();
  const child = spawn(process.execPath, ["worker/node.ts"], {
    cwd: ROOT,
    env: { PATH: process.env["PATH"], PORT: "0", RATE_LIMIT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log: LogLine[] = [];
  const waiting = new Set<() => void>();
  let rest = "";
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) log.push(JSON.parse(line) as LogLine);
    for (const look of waiting) look();
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const logged = (message: string) =>
    new Promise<LogLine>((resolve, reject) => {
      const look = () => {
        const line = log.find(({ msg }) => msg === message);
        if (line === undefined) return;
        waiting.delete(look);
        resolve(line);
      };
      waiting.add(look);
      void ended.then((code) => reject(new Error(`ended with ${code}: ${errors}`)));
      look();
    });
  const { url } = await logged("listening");
  return {
    child,
    url: String(url),
    port: Number(new URL(String(url)).port),
    startedMs: performance.now() - started,
    log,
    logged,
    end: (signal = "SIGTERM") => {
      child.kill(signal);
      return ended;
    },
  };
}

/**
 * Starts it without waiting for it, and with it how it will have ended and what it will have said; its standard
 * output may be a file that is open already, and it may be started by a command that limits it.
 */
export function startNode(
  settings: Readonly<Record<string, string>>,
  output: number | "pipe" = "pipe",
  limits: readonly string[] = [],
): {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; said: string }>;
} {
  const [command, ...rest] = [...limits, process.execPath, "worker/node.ts"];
  const child = spawn(command, rest, {
    cwd: ROOT,
    env: { PATH: process.env["PATH"], PORT: "0", ...settings },
    stdio: ["ignore", output, "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  }
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once("exit", (code) => resolve({ code, said })),
  );
  return { child, ended };
}

/** What a start that fails says, and its exit code. */
export function failedStart(
  settings: Readonly<Record<string, string>>,
): Promise<{ code: number | null; said: string }> {
  return startNode(settings).ended;
}

/** A connection on which bytes are sent as they are. */
export interface RawConnection {
  readonly socket: Socket;
  readonly send: (text: string) => void;
  /** What has come so far. */
  readonly received: () => string;
  /** Resolves with all that came when the other side has closed. */
  readonly closed: Promise<string>;
  /** Resolves when so much has come that this matches. */
  readonly until: (pattern: RegExp) => Promise<string>;
}

export function rawConnection(port: number): Promise<RawConnection> {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  const waiting = new Set<() => void>();
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString("latin1");
    for (const look of waiting) look();
  });
  socket.on("error", () => undefined);
  const closed = new Promise<string>((resolve) => socket.once("close", () => resolve(text)));
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("connect", () =>
      resolve({
        socket,
        send: (sent) => socket.write(sent),
        received: () => text,
        closed,
        until: (pattern) =>
          new Promise((found, lost) => {
            const look = () => {
              if (!pattern.test(text)) return;
              waiting.delete(look);
              found(text);
            };
            waiting.add(look);
            void closed.then(() => lost(new Error(`closed after: ${text}`)));
            look();
          }),
      }),
    );
  });
}
