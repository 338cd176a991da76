import type { PricingErrorCode } from "../engine/errors.ts";
import { offerWords } from "./offer-words-en.ts";

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
  /** With the error's params in braces. */
  pricingProblems: {
    unknown_region:
      '"{region}" is not a region of {provider} with prices; the nearest names are {nearest}',
    unknown_machine_type:
      '"{instanceType}" is not sold in {region}; the nearest names are {nearest}',
    machine_type_retired: '"{instanceType}" no longer exists; the nearest type is {nearest}',
    not_sold_so: '"{instanceType}" has no price for {purchase} in {region}; allowed: {allowed}',
    option_not_offered: "{service} has no {option}; it has {allowed}",
    options_not_together: "{service} has {option} or {other}, not both",
    no_price: "no price of {service} ({meter}) is known for {region}",
    over_service_limit:
      "{value} {unit} is more than {service} allows; it must be at most {limit} {unit}",
    size_not_offered:
      "{service} has no instance of {vcpu} vCPU with {memoryMb} MB; it has {allowed}",
    type_not_supported: '{service} does not run on "{instanceType}"; it runs on {allowed}',
    duplicate_offer_id: '"{id}" names two offers; ids must differ',
  } satisfies Record<PricingErrorCode, string>,
  listSeparator: ", ",
  noOptions: "no such options",
};
