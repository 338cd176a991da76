import type { Writable } from "node:stream";
import type { DestinationStream } from "pino";
import { lostLine } from "./lost-line.ts";

/** The longest that a line waits to be written. */
const WRITE_EVERY_MS = 500;
/** Characters that are collected: a file may be written in large pieces, each of which takes some turns of the loop. */
const COLLECTED_LENGTH = 64 * 1024;
/** What is kept for a disk that is slow or full, in characters. */
const WAITING_LENGTH_MAX = 4 * 1024 * 1024;

/**
 * Lines on their way to a file that are written together. A file that fails, its disk being full, say, is opened
 * again until it can be written: meanwhile lines wait, and what is too much is counted and dropped.
 */
export class FileLines implements DestinationStream {
  private readonly open: () => Promise<Writable>;
  /** `null` where it has failed. */
  private stream: Writable | null = null;
  private isOpening = false;
  private isFailing = false;
  private collected = "";
  private lost = 0;

  private constructor(open: () => Promise<Writable>) {
    this.open = open;
    setInterval(() => {
      if (this.collected !== "") void this.flush();
    }, WRITE_EVERY_MS).unref();
  }

  /** Opens the file; that it cannot be opened now is an error. */
  static async on(open: () => Promise<Writable>): Promise<FileLines> {
    const lines = new FileLines(open);
    lines.use(await open());
    return lines;
  }

  write(lines: string): void {
    const waiting = this.collected.length + (this.stream?.writableLength ?? 0);
    if (waiting > WAITING_LENGTH_MAX) {
      this.lose(lines);
      return;
    }
    this.collected += lines;
    if (this.collected.length >= COLLECTED_LENGTH && this.stream !== null) void this.flush();
  }

  /** Resolves when what was collected, and what was written before it, is written or cannot be. */
  async flush(): Promise<void> {
    if (this.stream === null) await this.reopen();
    const { stream } = this;
    if (stream === null) return;
    const lost = this.lost === 0 ? "" : lostLine(this.lost);
    const lines = this.collected;
    this.collected = "";
    this.lost = 0;
    await new Promise<void>((resolve) => {
      // What comes after a line that was cut short begins its own.
      stream.write(`${this.isFailing ? "\n" : ""}${lost}${lines}`, (error) => {
        if (error) this.lose(lines);
        else this.isFailing = false;
        resolve();
      });
    });
  }

  private use(stream: Writable): void {
    this.stream = stream;
    stream.on("error", (error) => this.fail(stream, error));
  }

  private fail(stream: Writable, error: Error): void {
    if (this.stream === stream) this.stream = null;
    // There is no other place to say it, and once is enough.
    if (!this.isFailing) console.error(`the log cannot be written: ${error.message}`);
    this.isFailing = true;
  }

  private async reopen(): Promise<void> {
    if (this.isOpening) return;
    this.isOpening = true;
    // Still not: it is tried again.
    const stream = await this.open().catch(() => null);
    this.isOpening = false;
    if (stream !== null) this.use(stream);
  }

  private lose(lines: string): void {
    this.lost += lines.split("\n").length - 1;
  }
}
