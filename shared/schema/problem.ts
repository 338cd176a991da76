import * as z from "zod/mini";

/** An error answer, RFC 9457; `error` repeats the detail for clients of the older API. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  instance: z.string(),
  errors: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  success: z.literal(false),
  error: z.string(),
});
export type Problem = z.infer<typeof Problem>;
