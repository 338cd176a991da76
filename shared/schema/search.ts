import * as z from "zod/mini";
import { PROVIDERS } from "../catalog/providers.ts";
import { PURCHASES } from "../catalog/purchase.ts";
import { LIST_MAX } from "../fields.ts";
import { PriceFlags, pricesUsed, Source } from "./prices-used.ts";
import { choice, flag, name, numberOrDefault } from "./primitives.ts";
import { CurrencyCode, termsFields } from "./terms.ts";
import { WorkloadBody } from "./workload.ts";

/** A list that restricts what is looked at. */
function listOf<Item extends z.core.$ZodType>(item: Item) {
  return z.optional(z.array(item).check(z.minLength(1), z.maxLength(LIST_MAX)));
}

/** `POST /api/v1/search`: the question. */
export const SearchRequest = z.object({
  workload: WorkloadBody,
  kinds: listOf(choice(["function", "machine"])),
  providers: listOf(choice(PROVIDERS)),
  regions: listOf(name()),
  architectures: listOf(choice(["x86_64", "arm64"])),
  purchases: listOf(choice(PURCHASES)),
  sizing: z.prefault(choice(["peak", "autoscaled"]), "peak"),
  minimum_machines: numberOrDefault("minimum_machines"),
  most_machines: numberOrDefault("most_machines"),
  least_vcpu: numberOrDefault("least_vcpu"),
  least_memory_mb: numberOrDefault("least_memory_mb"),
  exclude_burstable: flag(false),
  limit: numberOrDefault("search_limit"),
  ...termsFields,
});
export type SearchRequest = z.infer<typeof SearchRequest>;

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
      prices_as_of: z.nullable(z.string()),
      oldest_source: z.nullable(Source),
      price_flags: PriceFlags,
    }),
  ),
  exchange_rate: z.number(),
  ...pricesUsed,
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
