import { constants, fstatSync, openSync, writeSync } from "node:fs";
import type { DestinationStream } from "pino";
import { lostLine } from "./lost-line.ts";

/** Characters that are collected before they are written: a write for each line would cost as much as an answer. */
const COLLECTED_LENGTH = 3072;
/** What a pipe takes at once, so that lines of several processes do not mix. */
const WRITE_LENGTH_MAX = 4096;
/** The longest that a line waits to be written. */
const WRITE_EVERY_MS = 500;
/** What is kept for a reader that is slow, and for a disk that is full. */
const WAITING_BYTES_MAX = 4 * 1024 * 1024;
/** The longest that an end waits for such a reader, and how often it looks. */
const END_MS_MAX = 1000;
const END_LOOK_MS = 10;

const STANDARD_OUTPUT = 1;

/**
 * Lines on their way to the standard output. They are written at once, for whoever writes in passing gets rid of one
 * piece each turn of its loop, and a busy process would keep the rest. But nobody who reads slowly, no disk
 * that is full and no pipe that is closed may keep this process from answering or end it: lines wait, and what is too
 * much is counted and dropped.
 */
export class OutputLines implements DestinationStream {
  private readonly descriptor: number;
  private collected = "";
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private lost = 0;

  constructor(descriptor = outputDescriptor()) {
    this.descriptor = descriptor;
    setInterval(() => this.pass(), WRITE_EVERY_MS).unref();
    process.once("exit", () => this.pass());
  }

  write(lines: string): void {
    if (this.collected.length + lines.length > WRITE_LENGTH_MAX) this.pass();
    this.collected += lines;
    if (this.collected.length >= COLLECTED_LENGTH) this.pass();
  }

  /** Resolves when all is written, or will not be soon. */
  flush(): Promise<void> {
    const until = performance.now() + END_MS_MAX;
    return new Promise((resolve) => {
      const attempt = () => {
        if (this.pass() || performance.now() > until) resolve();
        else setTimeout(attempt, END_LOOK_MS);
      };
      attempt();
    });
  }

  /** Writes what is collected, after what waits; whether nothing waits any more. */
  private pass(): boolean {
    this.queue();
    for (;;) {
      const [piece] = this.waiting;
      if (piece === undefined) return true;
      const written = this.written(piece);
      if (written === null) return false;
      this.waitingBytes -= written;
      if (written < piece.length) this.waiting[0] = piece.subarray(written);
      else this.waiting.shift();
      if (this.waiting.length > 0 || this.lost === 0) continue;
      this.collected = lostLine(this.lost);
      this.lost = 0;
      this.queue();
    }
  }

  private queue(): void {
    if (this.collected === "") return;
    if (this.waitingBytes > WAITING_BYTES_MAX) this.lost += this.collected.split("\n").length - 1;
    else {
      const piece = Buffer.from(this.collected);
      this.waiting.push(piece);
      this.waitingBytes += piece.length;
    }
    this.collected = "";
  }

  /** How many bytes were taken, or `null` when none can be for now. */
  private written(piece: Buffer): number | null {
    try {
      return writeSync(this.descriptor, piece);
    } catch (error) {
      // Nobody reads any more: there is nothing to wait for.
      return (error as NodeJS.ErrnoException).code === "EPIPE" ? piece.length : null;
    }
  }
}

/**
 * A pipe is opened once more, so that writing to it does not wait: how others have it open, to whom it may belong,
 * stays as it is.
 */
function outputDescriptor(): number {
  try {
    if (!fstatSync(STANDARD_OUTPUT).isFIFO()) return STANDARD_OUTPUT;
    return openSync(`/proc/self/fd/${STANDARD_OUTPUT}`, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return STANDARD_OUTPUT;
  }
}
