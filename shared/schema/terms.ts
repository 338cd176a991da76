import * as z from "zod/mini";
import { FUNCTION_SERVICE_IDS, MACHINE_SERVICE_IDS, type ServiceId } from "../catalog/providers.ts";
import { PROVIDERS } from "../catalog/providers.ts";
import { PURCHASES } from "../catalog/purchase.ts";
import { CUSTOM_PRICES_MAX } from "../fields.ts";
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
};

/** Either a price or a discount, and not both. */
export function eitherPriceOrDiscount() {
  return z.refine<{
    readonly unit_price?: number | undefined;
    readonly discount_percent?: number | undefined;
  }>(
    ({ unit_price: price, discount_percent: discount }) =>
      (price === undefined) !== (discount === undefined),
    { path: ["unit_price"], error: "must be given, or discount_percent, and not both" },
  );
}

/** A price of the caller's own, or a discount; what is left out stands for all. */
export const CustomPriceBody = z.object(customPriceFields).check(eitherPriceOrDiscount());
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
