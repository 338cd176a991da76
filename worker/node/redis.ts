import { createHash } from "node:crypto";
import { createClient } from "@redis/client";
import type { Answer } from "../http/respond.ts";
import type { AnswerCache } from "../platform.ts";
import type { AnswersInMemory } from "./kept-in-memory.ts";

/** The longest that an answer waits for the store: it can be made in less. */
const COMMAND_MS_MAX = 250;
/** Pauses between attempts to reach a store that is gone. */
const RETRY_MS_FIRST = 100;
const RETRY_MS_MAX = 2000;
/** How often a connection that is not used is tried. */
const TRY_EVERY_MS = 1000;
/** A connection from which nothing comes for so long is given up, and another one opened. */
const SILENT_MS_MAX = 5000;

/** How long a process keeps an answer that it has from the store. */
const NEAR_SECONDS = 10;

/**
 * The connection to the Redis that replicas share, opened now or as soon as it is there: everything goes on without
 * it. One that does not answer in time is not asked again until it has: an answer that waited for it would take
 * longer than one that is made anew, and all of them together would wait for as long as it is silent.
 */
export class Store {
  private readonly client: Client;
  private readonly notice: (text: string) => void;
  private isLost = false;
  /** Commands that were given up and may be answered yet. */
  private late = 0;

  /** `notice` is told when the store is lost and when it is back. */
  constructor(url: string, notice: (text: string) => void) {
    this.notice = notice;
    this.client = openClient(url);
    this.client.on("error", (error: Error) => this.lose(`is not reachable: ${error.message}`));
    this.client.on("ready", () => this.find());
    this.client.connect().catch(() => undefined);
  }

  get isReady(): boolean {
    return this.client.isReady && this.late === 0;
  }

  get(key: string): Promise<string | null> {
    return this.inTime(this.client.get(key));
  }

  set(key: string, value: string, seconds: number): Promise<unknown> {
    return this.inTime(this.client.set(key, value, { expiration: { type: "EX", value: seconds } }));
  }

  /** As the limiter calls it. */
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown> {
    return this.inTime(this.client.eval(script, options));
  }

  destroy(): void {
    this.client.destroy();
  }

  private inTime<Reply>(command: Promise<Reply>): Promise<Reply> {
    return new Promise((resolve, reject) => {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        this.late += 1;
        this.lose("does not answer");
        reject(new Error("the store does not answer"));
      }, COMMAND_MS_MAX);
      const settle = () => {
        clearTimeout(timer);
        if (!isLate) return;
        this.late -= 1;
        if (this.isReady) this.find();
      };
      command.finally(settle).then(resolve, reject);
    });
  }

  private lose(how: string): void {
    if (!this.isLost) this.notice(`the store ${how}`);
    this.isLost = true;
  }

  private find(): void {
    if (this.isLost) this.notice("the store is reachable again");
    this.isLost = false;
  }
}

type Client = ReturnType<typeof openClient>;

function openClient(url: string) {
  return createClient({
    url,
    // Nobody waits for a store that is gone.
    disableOfflineQueue: true,
    // Its own limit is for commands that wait to be sent, and not for those that wait for an answer.
    commandOptions: { timeout: 0 },
    pingInterval: TRY_EVERY_MS,
    socket: {
      connectTimeout: RETRY_MS_MAX,
      socketTimeout: SILENT_MS_MAX,
      reconnectStrategy: (tries) =>
        Math.min(RETRY_MS_FIRST * 2 ** Math.min(tries, 10), RETRY_MS_MAX),
    },
  });
}

/** Answers in the store, behind those that the process keeps itself. A store that is gone has none. */
export function sharedAnswers(store: Store, own: AnswersInMemory): AnswerCache {
  return {
    get: (key) => {
      const near = own.get(key);
      if (near !== null || !store.isReady) return near;
      return (
        store
          .get(nameOf(key))
          .then((text) => {
            if (text === null) return null;
            const answer = JSON.parse(text) as Answer;
            // How long the store has had it is not known here.
            own.put(key, answer, NEAR_SECONDS);
            return answer;
          })
          // A store that fails has none, and what somebody else wrote there is none.
          .catch(() => null)
      );
    },
    put: (key, answer, keepSeconds) => {
      own.put(key, answer, keepSeconds);
      if (!store.isReady) return null;
      const text = JSON.stringify(answer);
      // The connection says by itself that the store is gone.
      return store.set(nameOf(key), text, keepSeconds).catch(() => undefined);
    },
  };
}

/** Keys are as long as questions; no two have the same digest. */
function nameOf(key: string): string {
  return `cost-simulator:answer:${createHash("sha256").update(key).digest("base64url")}`;
}
