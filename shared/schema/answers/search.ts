import * as z from "zod/mini";
import { CurrencyCode } from "../terms.ts";
import { PriceFlags, pricesUsed, Source } from "./prices-used.ts";

/** `POST /api/v1/search`: the answer. */
export const SearchAnswer = z.object({
  currency: CurrencyCode,
  /** Offers that were looked at, how many of them carry the load, and in how many regions. */
  considered: z.number(),
  carrying: z.number(),
  regions: z.number(),
  offers: z.array(
    z.object({
      rank: z.number(),
      kind: z.enum(["function", "machine"]),
      provider: z.string(),
      region: z.string(),
      city: z.nullable(z.object({ en: z.string(), ja: z.string() })),
      label: z.string(),
      instance_type: z.optional(z.string()),
      purchase: z.optional(z.string()),
      architecture: z.string(),
      monthly_cost: z.number(),
      /** Machines in the busiest moment; `null` for functions. */
      machines: z.nullable(z.number()),
      /** Other regions of the provider in which it costs the same. */
      also_in: z.array(z.string()),
      prices_as_of: z.nullable(z.string()),
      oldest_source: z.nullable(Source),
      price_flags: PriceFlags,
    }),
  ),
  exchange_rate: z.number(),
  ...pricesUsed,
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
