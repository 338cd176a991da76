import type { CalculatorFunctionServiceId } from "../../../shared/catalog/providers.ts";
import { ServerlessRequest } from "../../../shared/schema/calculator-v1.ts";
import { totalOf, type LineItem } from "../../../shared/engine/bill.ts";
import { en } from "../../../shared/messages/en.ts";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import type { FunctionOffer } from "../../../shared/offer.ts";
import { MS_PER_SECOND } from "../../../shared/units.ts";
import { cardKeyOf } from "../../../shared/price-offer.ts";
import type { LoadedCards } from "../../../shared/catalog/catalog.ts";
import { pricesUsed } from "../../../shared/mapping/prices-used.ts";
import { success, type Answer } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import {
  amountOf,
  billOf,
  CALCULATOR_PATH,
  lambdaOffer,
  calculatorPricing,
  toTerms,
  toWorkload,
} from "./calculator.ts";

/** How each service charges, in a word. */
export const PRICING_MODELS = {
  aws_lambda: "requests + GB-seconds",
  gcp_functions: "requests + vCPU-seconds + GiB-seconds",
  gcp_cloudrun: "requests + vCPU-seconds + GiB-seconds",
  azure_functions: "executions + GB-seconds",
  azure_functions_flex: "executions + GB-seconds of whole instances",
  oci_functions: "invocations + GB-seconds",
  cloudflare_workers: "subscription + requests + CPU time",
} as const satisfies Record<CalculatorFunctionServiceId, string>;

/** Monthly cost of a workload on any function service, in US dollars and yen. */
export const serverless = defineRoute({
  method: "POST",
  path: `${CALCULATOR_PATH}/serverless`,
  input: ServerlessRequest,
  handle: (body, { catalog, today }) => {
    const offer: FunctionOffer = {
      ...lambdaOffer({ region: body.region, architecture: "x86_64" }),
      service: body.provider,
      ...(body.provider === "gcp_cloudrun" ? { cpuCount: body.cpu_count } : {}),
    };
    return catalog.with(
      (opened) => [cardKeyOf(offer, opened)],
      (opened) => answerFor(body, offer, opened, today()),
    );
  },
});

function answerFor(
  body: ServerlessRequest,
  offer: FunctionOffer,
  catalog: LoadedCards,
  today: string,
): Answer {
  const workload = toWorkload(body);
  const terms = toTerms(body);
  const { pricing, card } = calculatorPricing(workload, offer, terms, catalog);
  const withoutFree = calculatorPricing(
    workload,
    offer,
    { ...terms, includeFreeTier: false },
    catalog,
  );
  const lines = billOf(pricing, workload);
  const fullLines = billOf(withoutFree.pricing, workload);
  const totalUsd = totalOf(lines);
  const { limits } = METERING_RULES[body.provider];
  return success({
    provider: body.provider,
    service_name: en.services[body.provider],
    total_cost_usd: totalUsd,
    total_cost_jpy: totalUsd * body.exchange_rate,
    cost_breakdown: costBreakdown(lines),
    free_tier_savings: freeTierSavings(lines, fullLines),
    resource_usage: resourceUsage(lines),
    provider_features: {
      pricing_model: PRICING_MODELS[body.provider],
      max_memory_mb: limits.memoryMb,
      max_execution_time_seconds: limits.durationMs / MS_PER_SECOND,
    },
    configuration: {
      memory_mb: body.memory_mb,
      execution_time_seconds: body.execution_time_seconds,
      monthly_executions: body.monthly_executions,
      include_free_tier: body.include_free_tier,
      ...(body.provider === "gcp_cloudrun" ? { cpu_count: body.cpu_count } : {}),
      egress_per_request_kb: body.egress_per_request_kb,
      internet_transfer_ratio: body.internet_transfer_ratio,
      exchange_rate: body.exchange_rate,
      region: card.region,
    },
    ...pricesUsed(lines, today),
  });
}

/** Meters that charge for running, as opposed to for being called. */
const COMPUTE_METERS: ReadonlySet<string> = new Set(["compute", "vcpu", "memory", "cpu"]);

function computeAmount(lines: readonly LineItem[]): number {
  let amount = 0;
  for (const line of lines) if (COMPUTE_METERS.has(line.meter)) amount += line.amount;
  return amount;
}

function costBreakdown(lines: readonly LineItem[]): Record<string, number> {
  const breakdown: Record<string, number> = {
    request_cost: amountOf(lines, "requests"),
    compute_cost: computeAmount(lines),
    egress_cost: amountOf(lines, "egress"),
  };
  for (const { meter, amount } of lines) {
    if (meter === "requests" || meter === "compute" || meter === "egress") continue;
    breakdown[`${meter}_cost`] = amount;
  }
  return breakdown;
}

function freeTierSavings(
  lines: readonly LineItem[],
  fullLines: readonly LineItem[],
): Record<string, number> {
  return {
    request_savings: amountOf(fullLines, "requests") - amountOf(lines, "requests"),
    compute_savings: computeAmount(fullLines) - computeAmount(lines),
  };
}

/** Names of the older API for the quantities of each meter. Its GB are GiB. */
const USAGE_NAMES: Readonly<Record<string, readonly string[]>> = {
  requests: ["requests"],
  compute: ["gb_seconds"],
  vcpu: ["vcpu_seconds"],
  memory: ["gib_seconds", "gb_seconds"],
  cpu: ["cpu_milliseconds"],
  egress: ["egress_gb"],
};

/** Every service has the GB-seconds that are billed, none where memory is not. */
function resourceUsage(lines: readonly LineItem[]): Record<string, number> {
  const usage: Record<string, number> = { gb_seconds_used: 0, gb_seconds_free: 0 };
  for (const { meter, quantity, free } of lines) {
    for (const name of USAGE_NAMES[meter] ?? []) {
      usage[`${name}_used`] = quantity;
      usage[`${name}_free`] = free;
    }
  }
  return usage;
}
