import * as z from "zod/mini";
import { CurrencyCode } from "../terms.ts";
import { PriceFlags, pricesUsed } from "./prices-used.ts";

const LambdaConfiguration = z.object({
  memory_mb: z.number(),
  execution_time_seconds: z.number(),
  monthly_executions: z.number(),
  include_free_tier: z.boolean(),
  egress_per_request_kb: z.number(),
  internet_transfer_ratio: z.number(),
  region: z.string(),
  architecture: z.string(),
});

export const LambdaAnswer = z.object({
  request_charges: z.number(),
  compute_charges: z.number(),
  egress_charges: z.number(),
  total_cost: z.number(),
  gb_seconds: z.number(),
  configuration: LambdaConfiguration,
  ...pricesUsed,
});

export const MachineSpecs = z.object({
  vcpu: z.number(),
  memory_gb: z.number(),
  storage_gb: z.optional(z.number()),
});

/** What a machine costs and has, and what its price rests on. Machines priced in yen have their yen figures too. */
const machineAnswer = {
  hourly_cost_usd: z.number(),
  monthly_cost_usd: z.number(),
  monthly_cost_jpy: z.optional(z.number()),
  specs: MachineSpecs,
};

export const VmAnswer = z.object({
  provider: z.string(),
  instance_type: z.string(),
  ...machineAnswer,
  configuration: z.object({
    provider: z.string(),
    instance_type: z.string(),
    region: z.string(),
  }),
  egress_cost_usd: z.optional(z.number()),
  total_monthly_cost_usd: z.optional(z.number()),
  egress_cost_jpy: z.optional(z.number()),
  total_monthly_cost_jpy: z.optional(z.number()),
  ...pricesUsed,
});

const Amounts = z.record(z.string(), z.number());

export const ServerlessAnswer = z.object({
  provider: z.string(),
  service_name: z.string(),
  total_cost_usd: z.number(),
  total_cost_jpy: z.number(),
  cost_breakdown: Amounts,
  free_tier_savings: Amounts,
  resource_usage: Amounts,
  provider_features: z.object({
    pricing_model: z.string(),
    max_memory_mb: z.number(),
    max_execution_time_seconds: z.number(),
  }),
  configuration: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  ...pricesUsed,
});

export const ServerlessProvidersAnswer = z.object({
  supported_providers: z.array(z.string()),
  provider_info: z.record(
    z.string(),
    z.object({
      name: z.string(),
      pricing_model: z.string(),
      free_tier: Amounts,
      max_execution_time: z.number(),
      max_memory: z.number(),
    }),
  ),
});

export const ComparisonAnswer = z.object({
  comparison_data: z.array(
    z.object({
      executions_per_month: z.number(),
      lambda_cost_usd: z.number(),
      vm_costs: Amounts,
    }),
  ),
  break_even_points: z.array(
    z.object({
      vm_provider: z.string(),
      vm_instance: z.string(),
      vm_region: z.string(),
      executions_per_month: z.number(),
      executions_per_second: z.number(),
    }),
  ),
  lambda_configuration: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  vm_configurations: z.array(
    z.object({ provider: z.string(), instance_type: z.string(), region: z.string() }),
  ),
  ...pricesUsed,
});

/** A machine in a list: the bill of one has the whole of its source. */
const ListedMachine = {
  ...machineAnswer,
  price_date: z.string(),
  confidence: z.enum(["high", "medium", "low", "derived"]),
  flags: PriceFlags,
};

/** What lists of machines say of all their prices, beside the list. */
export const BesideMachines = z.object(pricesUsed);

export const InstancesAnswer = z.record(z.string(), z.record(z.string(), z.object(ListedMachine)));

export const RecommendAnswer = z.record(
  z.string(),
  z.array(z.object({ instance_type: z.string(), memory_ratio: z.number(), ...ListedMachine })),
);

export const CurrencyConvertAnswer = z.object({
  original_amount: z.number(),
  converted_amount: z.number(),
  from_currency: CurrencyCode,
  to_currency: CurrencyCode,
  exchange_rate: z.number(),
});
