import cluster from "node:cluster";
import { ALIVE_EVERY_MS, type ToPrimary, type ToProcess } from "./link.ts";
import type { Measures } from "./measures.ts";

/** The longest that the measures of all processes are waited for. */
const METRICS_MS_MAX = 10_000;

/** A process' link to its primary. */
export class PrimaryLink {
  private readonly waiting = new Map<number, (text: string) => void>();
  private lastId = 0;
  /** A process that does not answer yet has nothing to finish. */
  private leave: (drainSeconds: number) => void = () => process.exit(0);
  private end: () => void = () => undefined;
  private measures: (() => Promise<Measures>) | null = null;

  constructor() {
    process.on("message", (message: ToProcess) => this.hear(message));
    // The primary is told to end, and tells its processes when; a terminal signals all of them.
    process.on("SIGINT", () => undefined);
    process.on("SIGTERM", () => undefined);
    // Without a primary nobody would restart or end this process. Node would end it at once, and what it is answering.
    cluster.worker?.once("disconnect", () => {
      if (cluster.worker !== undefined) cluster.worker.exitedAfterDisconnect = true;
      this.leave(0);
    });
    setInterval(() => void this.tell({ kind: "alive" }), ALIVE_EVERY_MS).unref();
  }

  /** Resolves when the message is on its way; one that cannot be sent is dropped. */
  tell(message: ToPrimary): Promise<void> {
    return new Promise((resolve) => {
      if (!process.connected) return resolve();
      process.send?.(message, undefined, undefined, () => resolve());
    });
  }

  onLeave(leave: (drainSeconds: number) => void): void {
    this.leave = leave;
  }

  /**
   * Resolves when no connection is on its way to this process any more. One that the primary hands to a
   * process which has closed goes back to it and on to another, but only while there is a process to
   * send it back.
   */
  async lastConnection(): Promise<void> {
    if (!process.connected) return;
    await new Promise<void>((resolve) => {
      this.end = resolve;
      process.once("disconnect", resolve);
      void this.tell({ kind: "closed" });
    });
    // What was sent back is on its way when a later message is.
    await this.tell({ kind: "alive" });
  }

  onMeasuresWanted(measures: () => Promise<Measures>): void {
    this.measures = measures;
  }

  /** The measures of all processes, as text. */
  metrics(): Promise<string> {
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(id);
        reject(new Error("the primary does not answer"));
      }, METRICS_MS_MAX);
      this.waiting.set(id, (text) => {
        clearTimeout(timer);
        resolve(text);
      });
      void this.tell({ kind: "metricsWanted", id });
    });
  }

  private hear(message: ToProcess): void {
    if (message.kind === "leave") this.leave(message.drainSeconds);
    else if (message.kind === "end") this.end();
    else if (message.kind === "measuresWanted") void this.tellMeasures(message.id);
    else if (message.kind === "metrics") {
      this.waiting.get(message.id)?.(message.text);
      this.waiting.delete(message.id);
    }
  }

  private async tellMeasures(id: number): Promise<void> {
    if (this.measures === null) return;
    await this.tell({ kind: "measures", id, measures: await this.measures() });
  }
}
