import { BatchItem, BatchRequest } from "../../shared/schema/batch.ts";
import { parsedInput } from "../http/parsed-input.ts";
import { HttpProblem, problemAnswer } from "../http/problem.ts";
import type { Answer } from "../http/respond.ts";
import { defineRoute, offersOf, type RouteContext } from "../http/route.ts";
import { CALCULATIONS } from "./batch-calculations.ts";

const PATH = "/api/v1/batch";
const BODY_BYTES_MAX = 1024 * 1024;
/** What a batch may take: questions that come later are not answered. */
const TIME_MS_MAX = 10_000;
const ANSWER_LENGTH_MAX = 8_000_000;
/** After so many questions others have their turn. */
const QUESTIONS_AT_A_TIME = 16;

/** Up to a thousand questions in one request, each answered as its own endpoint answers it. */
export const batch = defineRoute({
  method: "POST",
  path: PATH,
  input: BatchRequest,
  bodyBytesMax: BODY_BYTES_MAX,
  // What a batch leaves unanswered depends on how busy the server is.
  keepSeconds: 0,
  quotaOf: ({ items }) => items.length,
  handle: async ({ items }, context) => {
    const startedMs = context.elapsedMs();
    const results: string[] = [];
    let length = 0;
    let answered = 0;
    for (const [index, item] of items.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- in turns, so that one batch is one load
      if (index % QUESTIONS_AT_A_TIME === QUESTIONS_AT_A_TIME - 1) await othersTurn();
      const isUsedUp = length > ANSWER_LENGTH_MAX || context.elapsedMs() - startedMs > TIME_MS_MAX;
      // oxlint-disable-next-line no-await-in-loop -- the same
      const { status, body } = isUsedUp ? USED_UP : await answerTo(item, context);
      const result = `{"status":${status},"body":${String(body)}}`;
      length += result.length;
      if (status === 200) answered += 1;
      results.push(result);
    }
    const counts = `"answered":${answered},"failed":${items.length - answered}`;
    return {
      status: 200,
      headers: { "content-type": "application/json", "cache-control": "no-store" },
      body: `{"success":true,"data":{${counts},"results":[${results.join(",")}]}}`,
    };
  },
});

const USED_UP = problemAnswer(
  new HttpProblem(
    "batch-used-up",
    `a batch has ${TIME_MS_MAX / 1000} seconds and ${ANSWER_LENGTH_MAX} characters for its answers; ask this in another`,
  ),
  PATH,
);

async function answerTo(item: unknown, context: RouteContext): Promise<Answer> {
  let path = PATH;
  try {
    const { calculation, body } = parsedInput({ input: BatchItem }, item) as {
      calculation: keyof typeof CALCULATIONS;
      body: unknown;
    };
    const route = CALCULATIONS[calculation];
    ({ path } = route);
    const [mediaType = ""] = offersOf(route);
    return await route.handle(parsedInput(route, body), context, mediaType);
  } catch (error) {
    const answer = problemAnswer(error, path);
    if (answer.status >= 500) context.logError(error, path);
    return answer;
  }
}

/** Lets what else is waiting be answered. */
function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
