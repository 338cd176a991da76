import * as z from "zod/mini";
import { FUNCTION_SERVICE_IDS, MACHINE_SERVICE_IDS, type ServiceId } from "../catalog/providers.ts";
import { PROVIDERS } from "../catalog/providers.ts";
import { PURCHASES } from "../catalog/purchase.ts";
import { CUSTOM_PRICES_MAX, PRICE_TIERS_MAX } from "../fields.ts";
import { described } from "./described.ts";
import { choice, flag, name, number, numberOrDefault } from "./primitives.ts";

/** The region that is priced when none is named. */
export const DEFAULT_REGION = "ap-northeast-1";

const egressRate = z.optional(number("egress_rate"));

/** Flat egress rates in USD per GB by service; services without one keep their provider's tiers. */
export const CustomEgressRates = z.object(
  Object.fromEntries(
    [...FUNCTION_SERVICE_IDS, ...MACHINE_SERVICE_IDS].map((service) => [service, egressRate]),
  ) as Record<ServiceId, typeof egressRate>,
);

export const CurrencyCode = z.enum(["USD", "JPY"]);

/** Graduated: each prices the units between the bound before it and its own, after the allowance. */
const PriceTiers = z
  .array(z.object({ up_to: z.nullable(number("tier_bound")), unit_price: number("unit_price") }))
  .check(
    z.minLength(1),
    z.maxLength(PRICE_TIERS_MAX),
    z.refine((tiers) => tiers.every(({ up_to: upTo }, index) => rises(upTo, index, tiers)), {
      error: "must have rising bounds, and null for the last alone",
    }),
  );

type Tier = { readonly up_to: number | null };

function rises(upTo: number | null, index: number, tiers: readonly Tier[]): boolean {
  if (index === tiers.length - 1) return upTo === null;
  return upTo !== null && upTo > (tiers[index - 1]?.up_to ?? 0);
}

export const customPriceFields = {
  provider: choice(PROVIDERS),
  region: z.optional(name()),
  service: z.optional(name()),
  meter: z.optional(name()),
  instance_type: z.optional(name()),
  purchase: z.optional(choice(PURCHASES)),
  unit_price: z.optional(number("unit_price")),
  currency: z.prefault(CurrencyCode, "USD"),
  discount_percent: z.optional(number("discount_percent")),
  tiers: z.optional(PriceTiers),
  free: z.optional(number("free_allowance")),
};

const PRICE_FIELDS = ["unit_price", "discount_percent", "tiers"] as const;

/** A price, tiers or a discount, and only one of them; or nothing but another free allowance. */
export function eitherPriceOrDiscount() {
  return z.refine<{
    readonly unit_price?: number | undefined;
    readonly discount_percent?: number | undefined;
    readonly tiers?: readonly unknown[] | undefined;
    readonly free?: number | undefined;
  }>(
    ({ unit_price: price, discount_percent: discount, tiers, free }) => {
      const given = [price, discount, tiers].filter((value) => value !== undefined).length;
      return given === 1 || (given === 0 && free !== undefined);
    },
    {
      path: ["unit_price"],
      error:
        "must be given, or discount_percent, tiers or free, and not several of the first three",
    },
  );
}

/** A price of the caller's own, or a discount; what is left out stands for all. */
export const CustomPriceBody = described(
  z.object(customPriceFields).check(eitherPriceOrDiscount()),
  () => ({
    anyOf: [
      { oneOf: PRICE_FIELDS.map((field) => ({ required: [field] })) },
      { required: ["free"] },
    ],
  }),
);
export type CustomPriceBody = z.infer<typeof CustomPriceBody>;

/** What is counted around functions and machines. */
export const SideCostsBody = z.object({
  front_door: z.optional(choice(["none", "function_url", "http_api", "rest_api", "load_balancer"])),
  load_balancer: flag(false),
  public_ipv4: flag(false),
  disk_gb: z.optional(number("disk_gb")),
  nat_gateway: flag(false),
  logs: flag(false),
  operations: z.optional(
    z.object({
      function_hours: numberOrDefault("work_hours"),
      machine_hours: numberOrDefault("work_hours"),
      usd_per_hour: number("hourly_rate"),
    }),
  ),
});

/** What stands beside the workload and the offers. */
export const termsFields = {
  include_free_tier: flag(true),
  include_egress_free_tier: flag(true),
  custom_egress_rates: z.optional(CustomEgressRates),
  custom_prices: z.optional(z.array(CustomPriceBody).check(z.maxLength(CUSTOM_PRICES_MAX))),
  side_costs: z.optional(SideCostsBody),
  currency: z.prefault(CurrencyCode, "USD"),
  exchange_rate: z.optional(number("exchange_rate")),
};

const TermsBody = z.object(termsFields);
export type TermsBody = z.infer<typeof TermsBody>;
