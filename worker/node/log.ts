import type { Writable } from "node:stream";
import { pino, type DestinationStream, type Logger } from "pino";
import type { LogLevel } from "../config/http-variables.ts";
import type { Report } from "../platform.ts";
import { answeredLine, toErrorFields } from "../report.ts";

/** Bytes that are collected before they are written: a write for each line would cost as much as an answer. */
const COLLECTED_BYTES = 3072;
/** What a pipe takes at once, so that lines of several processes do not mix. */
const WRITE_BYTES_MAX = 4096;
/** The longest that a line waits to be written. */
const WRITE_EVERY_MS = 500;

/** The same for a file, which may be written in larger pieces: each piece takes some turns of the loop. */
const COLLECTED_LENGTH_OF_FILE = 64 * 1024;

/** A log of JSON lines, and how to write what is still collected. */
export interface Log {
  readonly logger: Logger;
  /** Writes lines that are made already: those of other processes. */
  readonly write: (lines: string) => void;
  /** Resolves when all is written. */
  readonly flush: () => Promise<void>;
}

/** Opens the log: in a file that is replaced when it has grown, or on the standard output. */
export async function openLog(level: LogLevel, file: string | null): Promise<Log> {
  if (file !== null) {
    const { openLogFile } = await import("./log-file.ts");
    const lines = new CollectedLines(await openLogFile(file));
    return {
      logger: loggerOn(level, lines),
      write: (text) => lines.write(text),
      flush: () => lines.flush(),
    };
  }
  // Whoever writes in passing gets rid of one piece each turn of its loop: a busy process would keep the rest.
  const output = pino.destination({
    dest: 1,
    sync: true,
    minLength: COLLECTED_BYTES,
    maxWrite: WRITE_BYTES_MAX,
  });
  setInterval(() => output.flush(), WRITE_EVERY_MS).unref();
  return {
    logger: loggerOn(level, output),
    write: (lines) => output.write(lines),
    flush: () => {
      output.flushSync();
      return Promise.resolve();
    },
  };
}

/** Lines on their way to a stream that are written together. */
class CollectedLines implements DestinationStream {
  private readonly stream: Writable;
  private collected = "";

  constructor(stream: Writable) {
    this.stream = stream;
    setInterval(() => {
      if (this.collected !== "") void this.flush();
    }, WRITE_EVERY_MS).unref();
  }

  write(lines: string): void {
    this.collected += lines;
    if (this.collected.length >= COLLECTED_LENGTH_OF_FILE) void this.flush();
  }

  /** Resolves when what was collected, and what was written before it, is written. */
  flush(): Promise<void> {
    const lines = this.collected;
    this.collected = "";
    return new Promise((resolve) => this.stream.write(lines, () => resolve()));
  }
}

function loggerOn(level: LogLevel, destination: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, destination);
}

/**
 * Notes answers and errors in the log. There is a line for each answer, so it is written as it is:
 * nothing in a record needs escaping, and a third of an answer's time would go into finding that out.
 */
export function logReport({ logger, write }: Log): Report {
  const isLogged = logger.isLevelEnabled("info");
  return {
    answered: (record) => {
      if (isLogged) write(answeredLine(record, isoTimeNow()));
    },
    failed: (error, place) => logger.error(toErrorFields(error, place), "failed"),
  };
}

let lastMs = 0;
let lastTime = "";

/** Many answers are given in one millisecond. */
function isoTimeNow(): string {
  const now = Date.now();
  if (now !== lastMs) {
    lastMs = now;
    lastTime = new Date(now).toISOString();
  }
  return lastTime;
}
