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

/** How long a process keeps an answer that it has from the store. */
const NEAR_SECONDS = 10;

/** A connection to the store that replicas share. */
export type Store = ReturnType<typeof openStore>;

/**
 * Connects to the Redis at an address, now or as soon as it is there: everything goes on without it.
 * `notice` is told when it is lost and when it is back.
 */
export function openStore(url: string, notice: (text: string) => void) {
  const client = createClient({
    url,
    // Nobody waits for a store that is gone.
    disableOfflineQueue: true,
    commandOptions: { timeout: COMMAND_MS_MAX },
    socket: {
      connectTimeout: RETRY_MS_MAX,
      reconnectStrategy: (tries) =>
        Math.min(RETRY_MS_FIRST * 2 ** Math.min(tries, 10), RETRY_MS_MAX),
    },
  });
  let isLost = false;
  client.on("error", (error: Error) => {
    if (!isLost) notice(`the store is not reachable: ${error.message}`);
    isLost = true;
  });
  client.on("ready", () => {
    if (isLost) notice("the store is reachable again");
    isLost = false;
  });
  client.connect().catch(() => undefined);
  return client;
}

/** Answers in the store, behind those that the process keeps itself. A store that is gone has none. */
export function sharedAnswers(store: Store, own: AnswersInMemory): AnswerCache {
  return {
    get: (key) => {
      const near = own.get(key);
      if (near !== null || !store.isReady) return near;
      return store.get(nameOf(key)).then(
        (text) => {
          if (text === null) return null;
          const answer = JSON.parse(text) as Answer;
          // How long the store has had it is not known here.
          own.put(key, answer, NEAR_SECONDS);
          return answer;
        },
        () => null,
      );
    },
    put: (key, answer, keepSeconds) => {
      own.put(key, answer, keepSeconds);
      if (!store.isReady) return null;
      const text = JSON.stringify(answer);
      return store.set(nameOf(key), text, { expiration: { type: "EX", value: keepSeconds } }).catch(
        // The connection says by itself that the store is gone.
        () => undefined,
      );
    },
  };
}

/** Keys are as long as questions; no two have the same digest. */
function nameOf(key: string): string {
  return `cost-simulator:answer:${createHash("sha256").update(key).digest("base64url")}`;
}
