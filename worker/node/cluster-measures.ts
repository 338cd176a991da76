import type { ToProcess } from "./link.ts";
import { grown, type Measures } from "./measures.ts";

/** The longest that a process' measures are waited for; a busy one's last known ones stand in. */
const WAIT_MS_MAX = 1000;

/** The measures of all processes, those that have ended included. */
export class ClusterMeasures {
  private readonly tell: (process: number, message: ToProcess) => void;
  /** What each process said last. */
  private readonly last = new Map<number, Measures>();
  /** What ended ones had counted: without it the sums would fall when one is replaced. */
  private ended: Measures = [];
  private readonly rounds = new Map<number, Round>();
  private lastRound = 0;

  constructor(tell: (process: number, message: ToProcess) => void) {
    this.tell = tell;
  }

  /** Asks all processes, and tells one of them the sum. */
  async textFor(asker: number, askerId: number, processes: readonly number[]): Promise<void> {
    await this.askAll(processes);
    const { metricsText } = await import("./metrics.ts");
    const text = await metricsText([...this.last.values(), this.ended]);
    this.tell(asker, { kind: "metrics", id: askerId, text });
  }

  /** Takes what a process says. */
  add(process: number, round: number | null, measures: Measures): void {
    this.last.set(process, measures);
    if (round !== null) this.rounds.get(round)?.heard(process);
  }

  /** Keeps what a process that has ended had counted. */
  end(process: number): void {
    const measures = this.last.get(process);
    this.last.delete(process);
    // Added up as they end, asked for or not: a long life would collect them by the thousand.
    if (measures !== undefined) this.ended = grown(this.ended, measures);
    for (const round of this.rounds.values()) round.heard(process);
  }

  private async askAll(processes: readonly number[]): Promise<void> {
    this.lastRound += 1;
    const id = this.lastRound;
    const round = new Round(processes);
    this.rounds.set(id, round);
    for (const process of processes) this.tell(process, { kind: "measuresWanted", id });
    await round.done;
    this.rounds.delete(id);
  }
}

/** A question to all processes, and who has not answered it yet. */
class Round {
  readonly done: Promise<void>;
  private readonly missing: Set<number>;
  private finish: () => void = () => undefined;

  constructor(processes: readonly number[]) {
    this.missing = new Set(processes);
    this.done = new Promise((resolve) => {
      const timer = setTimeout(resolve, WAIT_MS_MAX);
      this.finish = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  heard(process: number): void {
    this.missing.delete(process);
    if (this.missing.size === 0) this.finish();
  }
}
