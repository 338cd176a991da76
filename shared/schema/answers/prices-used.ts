import * as z from "zod/mini";

/** Where a price is from. */
export const Source = z.object({
  title: z.string(),
  url: z.string(),
  date: z.string(),
  confidence: z.enum(["high", "medium", "low", "derived"]),
  note: z.optional(z.string()),
  /** What was taken off the listed price, percent. */
  discount_percent: z.optional(z.number()),
});
export type Source = z.infer<typeof Source>;

/** Why a price should be looked at twice. */
export const PriceFlags = z.array(z.enum(["old", "low_confidence"]));

/** What every answer says of the prices that it rests on. */
export const pricesUsed = {
  prices_as_of: z.nullable(z.string()),
  oldest_source: z.nullable(Source),
  price_flags: PriceFlags,
};
