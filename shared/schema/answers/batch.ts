import * as z from "zod/mini";

/** `POST /api/v1/batch`: the answers, in the order of the questions. */
export const BatchAnswer = z.object({
  /** Questions that were answered, and those that have a problem instead. */
  answered: z.number(),
  failed: z.number(),
  results: z.array(z.object({ status: z.number(), body: z.unknown() })),
});
