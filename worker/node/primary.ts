import cluster, { type Worker } from "node:cluster";
import { getCompileCacheDir } from "node:module";
import { pid } from "node:process";
import { setFlagsFromString } from "node:v8";
import type { Logger } from "pino";
import { MS_PER_SECOND } from "../../shared/units.ts";
import type { ServerConfig } from "../config/server-variables.ts";
import { HandedOver } from "./handed-over.ts";
import { joinLines } from "./joined-lines.ts";
import type { ToPrimary, ToProcess } from "./link.ts";
import { openLog, type Log } from "./log.ts";
import { ClusterMeasures } from "./cluster-measures.ts";
import { onEndSignal } from "./end-signals.ts";
import { drainSeconds, logLevel, workerCount } from "./settings.ts";

/**
 * Pauses before a process that died is replaced: growing while they cannot be started or die before they are ready.
 * One that has answered is missed, however soon it died.
 */
const RESTART_MS_FIRST = 100;
const RESTART_MS_MAX = 5000;
/** A process that starts reads all that it needs, and is silent meanwhile: longer where many do so at once. */
const START_MS_MAX = 30_000;
/** How often silent processes are looked for. */
const LOOK_EVERY_MS = 1000;

/**
 * A process' heap is given back before it has grown to three times of what is in use, as it would on a machine with
 * much memory, and what is made for one request is never put among what lasts. That saves a quarter of a process and
 * costs less than can be measured. What is new is collected by the process' own thread alone: with a process for
 * each CPU, a collection that others help with waits until they have a CPU too, and stops all answers meanwhile.
 */
const SMALL_HEAP = [
  "--max-semi-space-size=2",
  "--no-parallel-scavenge",
  "--heap-growing-percent=20",
  "--no-allocation-site-pretenuring",
];

/**
 * Of the primary, which is started without flags: room for what is new does not grow. With many new connections a
 * second it would grow to sixteen times of what handing them over needs at once, and stay so.
 */
const NO_GROWTH_OF_WHAT_IS_NEW = "--semi-space-growth-factor=1";

/** Pieces of memory of so many bytes are the system's again when they are freed: the compiler takes many. */
const GIVEN_BACK_BYTES = 32_768;

/** Its environment: the compiler of types is not even loaded, and threads share what they free. */
function smallMemory(): Record<string, string> {
  const folder = getCompileCacheDir();
  return {
    MALLOC_ARENA_MAX: "2",
    MALLOC_MMAP_THRESHOLD_: String(GIVEN_BACK_BYTES),
    ...(folder === undefined ? {} : { NODE_COMPILE_CACHE: folder }),
  };
}

/** What is known of a process. */
interface Process {
  readonly worker: Worker;
  /** When it was last heard of. */
  heardMs: number;
  isReady: boolean;
  /** Told to end, so that its end is no surprise. */
  isLeaving: boolean;
  /** Called when it is ready. */
  onReady: (() => void) | null;
}

/**
 * Starts the processes that answer and keeps their number: a dead one is restarted, a worn one
 * replaced when its successor is ready, a silent one killed. It answers nothing itself.
 */
export class Primary {
  private readonly config: ServerConfig;
  private readonly log: Log;
  private readonly logger: Logger;
  private readonly processes = new Map<number, Process>();
  private readonly measures: ClusterMeasures;
  private readonly handedOver = new HandedOver();
  private failedStarts = 0;
  /** When silent ones were looked for. */
  private lookedMs = performance.now();
  private wasReady = false;
  private isEnding = false;

  private constructor(config: ServerConfig, log: Log) {
    this.config = config;
    this.log = log;
    this.logger = log.logger;
    this.measures = new ClusterMeasures((id, message) => this.tell(id, message));
  }

  static async run(config: ServerConfig): Promise<void> {
    const primary = new Primary(config, await openLog(logLevel(config), config.LOG_FILE));
    await primary.start();
  }

  private async start(): Promise<void> {
    setFlagsFromString(NO_GROWTH_OF_WHAT_IS_NEW);
    const { RATE_LIMIT, LOG_FILE } = this.config;
    cluster.setupPrimary({
      silent: LOG_FILE !== null,
      execArgv: [...process.execArgv, ...SMALL_HEAP],
    });
    if (RATE_LIMIT > 0) {
      const { countForProcesses } = await import("./limiter.ts");
      countForProcesses();
    }
    cluster.on("message", (worker, message: ToPrimary) => this.hear(worker, message));
    cluster.on("exit", (worker, code, signal) => this.bury(worker, code, signal));
    onEndSignal(() => this.end());
    setInterval(() => this.lookForSilentOnes(), LOOK_EVERY_MS).unref();
    // One first: what is wrong with the settings is said once, and answers come sooner.
    await new Promise<void>((resolve) => this.fork(resolve));
    for (let count = 1; count < workerCount(this.config); count += 1) this.fork(null);
  }

  private fork(onReady: (() => void) | null): void {
    if (this.isEnding) return;
    const worker = this.forked();
    if (worker === null) {
      if (!this.wasReady) return this.exit(1);
      this.failedStarts += 1;
      this.restart(onReady);
      return;
    }
    this.handedOver.follow(worker);
    const started = {
      worker,
      heardMs: performance.now(),
      isReady: false,
      isLeaving: false,
      onReady,
    };
    this.processes.set(worker.id, started);
    if (this.config.LOG_FILE !== null) {
      joinLines(worker.process.stdout, (lines) => this.log.write(lines));
      joinLines(worker.process.stderr, (lines) => this.log.write(lines));
    }
  }

  /** A new process, or `null` when the system has none left, or no files to speak with it. */
  private forked(): Worker | null {
    try {
      const worker = cluster.fork(smallMemory());
      const wasStarted = worker.process.pid !== undefined;
      // Without a listener this process would end, also by one that dies meanwhile: its end is heard of, too.
      worker.on("error", (error) => {
        this.logger.warn(
          { process: worker.process.pid, error: String(error) },
          wasStarted ? "a process was not told" : "a process was not started",
        );
      });
      if (wasStarted) return worker;
      delete cluster.workers?.[worker.id];
    } catch (error) {
      // Some refusals are told of later, some are thrown.
      this.logger.warn({ error: String(error) }, "a process was not started");
    }
    return null;
  }

  private tell(id: number, message: ToProcess): void {
    const worker = this.processes.get(id)?.worker;
    if (worker?.isConnected() === true) worker.send(message, () => undefined);
  }

  private hear(worker: Worker, message: ToPrimary): void {
    const process = this.processes.get(worker.id);
    if (process === undefined) return;
    process.heardMs = performance.now();
    if (message.kind === "ready") this.welcome(process, message.port);
    else if (message.kind === "worn") this.replace(process);
    else if (message.kind === "closed") this.tell(worker.id, { kind: "end" });
    else if (message.kind === "metricsWanted") {
      // Who asked is told by its own clock that there is no answer.
      this.measures
        .textFor(worker.id, message.id, [...this.processes.keys()])
        .catch((error: unknown) => this.logger.error({ error: String(error) }, "no measures"));
    } else if (message.kind === "measures") {
      this.measures.add(worker.id, message.id, message.measures);
    }
  }

  private welcome(process: Process, port: number): void {
    process.isReady = true;
    this.failedStarts = 0;
    this.logger.info({ process: process.worker.process.pid }, "a process is ready");
    if (!this.wasReady) {
      this.logger.info({ url: `http://${this.config.HOST}:${port}`, primary: pid }, "listening");
      void this.log.flush();
    }
    this.wasReady = true;
    process.onReady?.();
  }

  private replace(old: Process): void {
    if (old.isLeaving || this.isEnding) return;
    old.isLeaving = true;
    this.logger.info({ process: old.worker.process.pid }, "replacing a process after its requests");
    this.fork(() => this.tell(old.worker.id, { kind: "leave", drainSeconds: 0 }));
  }

  private bury(worker: Worker, code: number | null, signal: string | null): void {
    const process = this.processes.get(worker.id);
    this.processes.delete(worker.id);
    this.measures.end(worker.id);
    this.handedOver.end(worker);
    if (process === undefined) return;
    if (this.isEnding) {
      if (this.processes.size === 0) this.exit(0);
      return;
    }
    if (!this.wasReady) return this.exit(code ?? 1);
    if (process.isLeaving) return;
    this.failedStarts = process.isReady ? 0 : this.failedStarts + 1;
    const pause = this.restart(process.onReady);
    this.logger.error(
      { process: worker.process.pid, code, signal, pause_ms: pause },
      "a process died",
    );
  }

  /** Starts another after a pause, and gives that in milliseconds. */
  private restart(onReady: (() => void) | null): number {
    const pause = Math.min(
      RESTART_MS_MAX,
      RESTART_MS_FIRST * 2 ** Math.max(0, this.failedStarts - 1),
    );
    setTimeout(() => this.fork(onReady), pause);
    return pause;
  }

  private lookForSilentOnes(): void {
    const now = performance.now();
    const isLate = now - this.lookedMs > LOOK_EVERY_MS * 2;
    this.lookedMs = now;
    if (isLate) {
      // This process was the silent one, stopped with its machine, say: what the others said has yet to be read.
      for (const process of this.processes.values()) process.heardMs = now;
      return;
    }
    const answerMs = this.config.TIMEOUT * MS_PER_SECOND + LOOK_EVERY_MS;
    for (const { worker, heardMs, isReady } of this.processes.values()) {
      if (now - heardMs <= (isReady ? answerMs : Math.max(answerMs, START_MS_MAX))) continue;
      this.logger.error({ process: worker.process.pid }, "a process is silent and is killed");
      worker.process.kill("SIGKILL");
    }
  }

  private end(): void {
    // Whoever asks twice does not want to wait.
    if (this.isEnding) return this.exit(1);
    this.isEnding = true;
    for (const [id, process] of this.processes) {
      process.isLeaving = true;
      this.tell(id, { kind: "leave", drainSeconds: drainSeconds(this.config) });
    }
    if (this.processes.size === 0) this.exit(0);
  }

  private exit(code: number): void {
    for (const { worker } of this.processes.values()) worker.process.kill("SIGKILL");
    void this.log.flush().then(() => process.exit(code));
  }
}
