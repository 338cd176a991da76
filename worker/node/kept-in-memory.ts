import { LRUCache } from "lru-cache";
import { MS_PER_SECOND } from "../../shared/units.ts";
import type { Answer } from "../http/respond.ts";
import type { AnswerCache } from "../platform.ts";

/** Most that a process keeps, in characters of keys and bodies: a twentieth of its memory. */
const KEPT_LENGTH_MAX = 4 * 1024 * 1024;
/** Longest single answer that is kept. */
const ANSWER_LENGTH_MAX = 1024 * 1024;

/** Kept answers that are there at once. */
export interface AnswersInMemory extends AnswerCache {
  readonly get: (key: string) => Answer | null;
  readonly put: (key: string, answer: Answer, seconds: number) => null;
}

/** Answers in the memory of the process, the ones asked for longest ago given up first. */
export function keptInMemory(): AnswersInMemory {
  const kept = new LRUCache<string, Answer>({
    maxSize: KEPT_LENGTH_MAX,
    maxEntrySize: ANSWER_LENGTH_MAX,
    sizeCalculation: ({ body }, key) => body.length + key.length,
  });
  return {
    get: (key) => kept.get(key) ?? null,
    put: (key, answer, seconds) => {
      kept.set(key, answer, { ttl: seconds * MS_PER_SECOND });
      return null;
    },
  };
}
