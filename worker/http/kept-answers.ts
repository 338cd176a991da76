import type { Platform } from "../platform.ts";
import { VERSION } from "../version.ts";
import { entityTag } from "./conditional.ts";
import type { Exchange } from "./exchange.ts";
import type { Incoming } from "./incoming.ts";
import type { Answer } from "./respond.ts";
import { KEEP_SECONDS, type Route, type RouteContext } from "./route.ts";

/** A question asked by GET, with everything that its answer depends on. */
export interface Question {
  readonly route: Route;
  readonly input: unknown;
  readonly mediaType: string;
}

/**
 * Answers to identical questions, which browsers and caches may keep for a while, and which are kept
 * here for as long. The key is the input as the schema read it, never its text: spelling and order
 * make no difference, and nothing that the answer does not depend on, a header for one, is in it.
 */
export class KeptAnswers {
  readonly #answers: Platform["answers"];
  readonly #context: RouteContext;
  readonly #report: Platform["report"];
  #catalogTag: string | null = null;

  constructor({ answers, report }: Pick<Platform, "answers" | "report">, context: RouteContext) {
    this.#answers = answers;
    this.#report = report;
    this.#context = context;
  }

  /** The kept answer, or what `answer` makes, kept from now on. */
  async answer(
    question: Question,
    request: Incoming,
    exchange: Exchange,
    answer: () => Promise<Answer> | Answer,
  ): Promise<Answer> {
    const seconds = question.route.keepSeconds ?? KEEP_SECONDS;
    if (seconds === 0) return answer();
    const key = this.#keyOf(question);
    if (this.#answers === null || key === null) return keepable(await answer(), seconds);
    const found = this.#answers.get(key);
    const kept = found instanceof Promise ? await found : found;
    exchange.cache = kept === null ? "miss" : "hit";
    if (kept !== null) return kept;
    const made = keepable(await answer(), seconds);
    if (made.status !== 200) return made;
    const work = this.#answers.put(key, made, seconds);
    if (work !== null) {
      const { route } = exchange;
      request.defer(
        work.catch((error: unknown) => this.#report.failed(error, { method: "GET", route })),
      );
    }
    return made;
  }

  /** `null` until the catalog has been read: what an answer rests on is not known before. */
  #keyOf({ route, input, mediaType }: Question): string | null {
    const { catalog, today, exchangeRate } = this.#context;
    if (catalog.opened === null) return null;
    const { index } = catalog.opened;
    this.#catalogTag ??= entityTag(JSON.stringify(index.file));
    const { rate, date } = exchangeRate(index);
    const basis = [VERSION, this.#catalogTag, today(), date, rate].join(" ");
    return `${basis}\n${route.path}\n${mediaType}\n${JSON.stringify(input)}`;
  }
}

/** An answer with a tag by which caches ask whether it still holds. */
function keepable(answer: Answer, seconds: number): Answer {
  const { status, headers, body } = answer;
  if (status !== 200 || typeof body !== "string") return answer;
  return {
    status,
    headers: {
      ...headers,
      "cache-control": `public, max-age=${seconds}`,
      etag: entityTag(body),
    },
    body,
  };
}
