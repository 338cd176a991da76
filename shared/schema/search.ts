import * as z from "zod/mini";
import { PROVIDERS } from "../catalog/providers.ts";
import { PURCHASES } from "../catalog/purchase.ts";
import { LIST_MAX } from "../fields.ts";
import { choice, flag, name, numberOrDefault } from "./primitives.ts";
import { termsFields } from "./terms.ts";
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
