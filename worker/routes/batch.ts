import { BatchItem, BatchRequest } from "../../shared/schema/batch.ts";
import { parsedInput } from "../http/parsed-input.ts";
import { HttpProblem, problemAnswer } from "../http/problem.ts";
import type { Answer } from "../http/respond.ts";
import { defineRoute, offersOf, type RouteContext } from "../http/route.ts";
import { CALCULATIONS } from "./batch-calculations.ts";

const PATH = "/api/v1/batch";
const BODY_BYTES_MAX = 1024 * 1024;
/**
 * The work that a batch may be, in tenths of a millisecond of a usual server: ten seconds. It is counted and
 * not timed, so that every platform leaves the same questions unanswered, however busy it is.
 */
const EFFORT_MAX = 100_000;
/** After so much work others have their turn. */
const EFFORT_AT_A_TIME = 250;
const ANSWER_LENGTH_MAX = 8_000_000;

/** What a question takes for each of its offers; the others take little more than being read. */
const EFFORT_PER_OFFER: { readonly [name in Calculation]?: number } = {
  compare: 15,
  search: 60,
  "decision-map": 1,
  budget: 4,
  growth: 4,
  uncertainty: 25,
  "calculator/recommend": 60,
};
const EFFORT_LEAST = 3;

type Calculation = keyof typeof CALCULATIONS;

/** Up to a thousand questions in one request, each answered as its own endpoint answers it. */
export const batch = defineRoute({
  method: "POST",
  path: PATH,
  input: BatchRequest,
  bodyBytesMax: BODY_BYTES_MAX,
  keepSeconds: 0,
  quotaOf: ({ items }) => items.length,
  handle: async ({ items }, context) => {
    const results: string[] = [];
    let length = 0;
    let answered = 0;
    let effort = 0;
    let turn = 0;
    for (const item of items) {
      if (effort >= turn) {
        turn = effort + EFFORT_AT_A_TIME;
        // oxlint-disable-next-line no-await-in-loop -- in turns, so that one batch is one load
        await othersTurn();
      }
      const isUsedUp = length > ANSWER_LENGTH_MAX || effort > EFFORT_MAX;
      // oxlint-disable-next-line no-await-in-loop -- the same
      const answer = isUsedUp ? USED_UP : await answerTo(item, context);
      const result = `{"status":${answer.status},"body":${String(answer.body)}}`;
      length += result.length;
      effort += answer.effort ?? 0;
      if (answer.status === 200) answered += 1;
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
    `the questions before this one took all the work or the ${ANSWER_LENGTH_MAX} characters of a batch; ask this in another`,
  ),
  PATH,
);

async function answerTo(item: unknown, context: RouteContext): Promise<Answer> {
  let path = PATH;
  let effort = EFFORT_LEAST;
  try {
    const { calculation, body } = parsedInput({ input: BatchItem }, item) as {
      calculation: Calculation;
      body: unknown;
    };
    const route = CALCULATIONS[calculation];
    ({ path } = route);
    const [mediaType] = offersOf(route);
    const input = parsedInput(route, body);
    effort = effortOf(calculation, input as Sized);
    const answer = await route.handle(input, context, mediaType);
    return { ...answer, effort: effort + (answer.effort ?? 0) };
  } catch (error) {
    const answer = problemAnswer(error, path);
    if (answer.status >= 500) context.logError(error, path);
    return { ...answer, effort };
  }
}

/** What the work of a question goes by. */
interface Sized {
  readonly offers?: readonly unknown[];
  readonly execution_times?: { readonly columns: number };
}

/** How much work a question is, as far as it says. */
function effortOf(calculation: Calculation, { offers, execution_times: times }: Sized): number {
  const perOffer = EFFORT_PER_OFFER[calculation] ?? EFFORT_LEAST;
  return perOffer * (offers?.length ?? 1) * (times?.columns ?? 1);
}

/** Lets what else is waiting be answered. */
function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
