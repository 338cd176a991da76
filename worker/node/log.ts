import { pino, type DestinationStream, type Logger } from "pino";
import type { LogLevel } from "../config/http-variables.ts";
import type { Report } from "../platform.ts";
import { answeredLine, toErrorFields } from "../report.ts";
import { FileLines } from "./file-lines.ts";
import { OutputLines } from "./output-lines.ts";

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
  const lines = file === null ? new OutputLines() : await linesOfFile(file);
  return {
    logger: loggerOn(level, lines),
    write: (text) => lines.write(text),
    flush: () => lines.flush(),
  };
}

async function linesOfFile(file: string): Promise<FileLines> {
  const { openLogFile } = await import("./log-file.ts");
  return FileLines.on(() => openLogFile(file));
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
