import * as z from "zod/mini";
import { CurrencyCode } from "../terms.ts";
import { pricesUsed } from "./prices-used.ts";

/** `POST /api/v1/uncertainty`: the answer. */
export const UncertaintyAnswer = z.object({
  currency: CurrencyCode,
  offers: z.array(
    z.object({
      id: z.string(),
      monthly_cost: z.nullable(z.number()),
      /** Over all corners of the ranges; `null` where the offer cannot be bought. */
      least: z.nullable(z.number()),
      most: z.nullable(z.number()),
    }),
  ),
  /** By input: the share of its range that each offer wins, with the others as they are. */
  shares: z.array(z.object({ input: z.string(), wins: z.record(z.string(), z.number()) })),
  ...pricesUsed,
});
export type UncertaintyAnswer = z.infer<typeof UncertaintyAnswer>;
