import * as z from "zod/mini";
import { BATCH_ITEMS_MAX } from "../fields.ts";
import { choice } from "./primitives.ts";

/** What a batch can ask for, by the end of its path. */
export const BATCH_CALCULATIONS = [
  "compare",
  "search",
  "break-even",
  "decision-map",
  "budget",
  "growth",
  "uncertainty",
  "calculator/lambda",
  "calculator/vm",
  "calculator/serverless",
  "calculator/comparison",
  "calculator/recommend",
  "calculator/currency/convert",
] as const;

/** One question of a batch. Its body is checked by the calculation itself. */
export const BatchItem = z.object({
  calculation: choice(BATCH_CALCULATIONS),
  body: z.unknown(),
});

/** `POST /api/v1/batch`: the questions. A wrong one is answered with its problem, beside the others. */
export const BatchRequest = z.object({
  items: z.array(z.unknown()).check(z.minLength(1), z.maxLength(BATCH_ITEMS_MAX)),
});
