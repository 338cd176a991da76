import type { PricingErrorCode } from "../engine/errors.ts";
import { offerWords } from "./offer-words-en.ts";

type Params = Readonly<Record<string, string | number | readonly string[]>>;

/** The words of the domain in English: services, ways of buying, and what is wrong with an input. */
export const en = {
  ...offerWords,
  fieldProblems: {
    required: "is required",
    number: "must be a number",
    integer: "must be a whole number",
    boolean: "must be true or false",
    string: "must be text",
    list: "must be a list",
    object: "must be an object",
    atLeast: (least: number) => `must be at least ${least}`,
    atMost: (most: number) => `must be at most ${most}`,
    itemsAtLeast: (least: number) => `must have at least ${least} item${least === 1 ? "" : "s"}`,
    itemsAtMost: (most: number) => `must have at most ${most} items`,
    charactersAtLeast: (least: number) =>
      `must have at least ${least} character${least === 1 ? "" : "s"}`,
    charactersAtMost: (most: number) => `must have at most ${most} characters`,
    oneOf: (allowed: readonly string[]) => `must be one of ${allowed.join(", ")}`,
    invalid: "is not valid",
  },
  pricingProblems: {
    unknown_region: ({ region, provider, nearest }: Params) =>
      `"${String(region)}" is not a region of ${String(provider)} with prices; the nearest names are ${list(nearest)}`,
    unknown_machine_type: ({ instanceType, region, nearest }: Params) =>
      `"${String(instanceType)}" is not sold in ${String(region)}; the nearest names are ${list(nearest)}`,
    machine_type_retired: ({ instanceType, nearest }: Params) =>
      `"${String(instanceType)}" no longer exists; the nearest type is ${String(nearest)}`,
    not_sold_so: ({ instanceType, purchase, region, allowed }: Params) =>
      `"${String(instanceType)}" has no price for ${String(purchase)} in ${String(region)}; allowed: ${list(allowed)}`,
    option_not_offered: ({ option, service, allowed }: Params) =>
      `${String(service)} has no ${String(option)}; it has ${list(allowed) || "no such options"}`,
    no_price: ({ service, meter, region }: Params) =>
      `no price of ${String(service)} (${String(meter)}) is known for ${String(region)}`,
    over_service_limit: ({ service, value, limit, unit }: Params) =>
      `${String(value)} ${String(unit)} is more than ${String(service)} allows; it must be at most ${String(limit)} ${String(unit)}`,
    size_not_offered: ({ service, vcpu, memoryMb, allowed }: Params) =>
      `${String(service)} has no instance of ${String(vcpu)} vCPU with ${String(memoryMb)} MB; it has ${list(allowed)}`,
    type_not_supported: ({ instanceType, service, allowed }: Params) =>
      `${String(service)} does not run on "${String(instanceType)}"; it runs on ${list(allowed)}`,
    duplicate_offer_id: ({ id }: Params) => `"${String(id)}" names two offers; ids must differ`,
  } satisfies Record<PricingErrorCode, (params: Params) => string>,
};

function list(names: Params[string] | undefined): string {
  return Array.isArray(names) ? names.join(", ") : String(names);
}
