import * as z from "zod/mini";
import {
  CALCULATOR_FUNCTION_SERVICE_IDS,
  CALCULATOR_MACHINE_SERVICE_IDS,
} from "../catalog/providers.ts";
import { OFFERS_MAX } from "../fields.ts";
import { minimumBeforeMaximum } from "./compare.ts";
import { PriceFlags, pricesUsed } from "./prices-used.ts";
import { choice, flag, name, number, numberOrDefault } from "./primitives.ts";
import { CurrencyCode, CustomEgressRates, DEFAULT_REGION } from "./terms.ts";

const MachineService = choice(CALCULATOR_MACHINE_SERVICE_IDS);
const Region = z.prefault(name(), DEFAULT_REGION);

const egressFields = {
  egress_per_request_kb: numberOrDefault("egress_per_request_kb"),
  internet_transfer_ratio: numberOrDefault("internet_transfer_ratio"),
};

const functionFields = {
  memory_mb: number("memory_mb"),
  execution_time_seconds: number("execution_time_seconds"),
  include_free_tier: flag(true),
  ...egressFields,
  region: Region,
  architecture: z.prefault(choice(["x86_64", "arm64"]), "x86_64"),
};

export const LambdaRequest = z.object({
  ...functionFields,
  monthly_executions: number("monthly_executions"),
  include_egress_free_tier: flag(true),
  custom_egress_rates: z.optional(CustomEgressRates),
});
export type LambdaRequest = z.infer<typeof LambdaRequest>;

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

const machineFields = {
  provider: MachineService,
  instance_type: name(),
  region: Region,
};

export const VmRequest = z.object({
  ...machineFields,
  monthly_executions: z.prefault(number("monthly_executions"), 0),
  ...egressFields,
  include_egress_free_tier: flag(true),
  custom_egress_rates: z.optional(CustomEgressRates),
  exchange_rate: numberOrDefault("exchange_rate"),
});
export type VmRequest = z.infer<typeof VmRequest>;

const MachineSpecs = z.object({
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

export const ServerlessRequest = z.object({
  provider: choice(CALCULATOR_FUNCTION_SERVICE_IDS),
  memory_mb: number("service_memory_mb"),
  execution_time_seconds: number("execution_time_seconds"),
  monthly_executions: number("monthly_executions"),
  include_free_tier: flag(true),
  cpu_count: numberOrDefault("cpu_count"),
  ...egressFields,
  include_egress_free_tier: flag(true),
  exchange_rate: numberOrDefault("exchange_rate"),
  region: Region,
});
export type ServerlessRequest = z.infer<typeof ServerlessRequest>;

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

const VmConfigs = z.array(z.object(machineFields)).check(z.minLength(1), z.maxLength(OFFERS_MAX));

const comparisonFields = {
  vm_configs: VmConfigs,
  custom_egress_rates: z.optional(CustomEgressRates),
  include_egress_free_tier: flag(true),
  exchange_rate: numberOrDefault("exchange_rate"),
};

export const ComparisonRequest = z.object({
  lambda_config: z.object(functionFields),
  ...comparisonFields,
  execution_range: z.prefault(
    z
      .object({
        min: z.prefault(number("monthly_executions"), 0),
        max: numberOrDefault("comparison_range_max"),
        steps: numberOrDefault("comparison_steps"),
      })
      .check(minimumBeforeMaximum()),
    {},
  ),
});
export type ComparisonRequest = z.infer<typeof ComparisonRequest>;

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

export const ExportCsvRequest = z.object({
  lambda_config: z.object({
    ...functionFields,
    monthly_executions: number("monthly_executions"),
  }),
  ...comparisonFields,
  currency: z.prefault(CurrencyCode, "USD"),
});
export type ExportCsvRequest = z.infer<typeof ExportCsvRequest>;

export const InstancesRequest = z.object({
  provider: z.optional(MachineService),
  region: Region,
  exchange_rate: numberOrDefault("exchange_rate"),
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

export const RecommendRequest = z.object({
  lambda_memory_mb: number("memory_mb"),
  provider: z.optional(MachineService),
  architecture: z.optional(choice(["x86_64", "arm64"])),
  region: Region,
  limit: numberOrDefault("recommend_limit"),
  exchange_rate: numberOrDefault("exchange_rate"),
});

export const RecommendAnswer = z.record(
  z.string(),
  z.array(z.object({ instance_type: z.string(), memory_ratio: z.number(), ...ListedMachine })),
);

export const CurrencyConvertRequest = z.object({
  amount: number("amount"),
  from_currency: z.prefault(CurrencyCode, "USD"),
  to_currency: z.prefault(CurrencyCode, "JPY"),
  exchange_rate: numberOrDefault("exchange_rate"),
});

export const CurrencyConvertAnswer = z.object({
  original_amount: z.number(),
  converted_amount: z.number(),
  from_currency: CurrencyCode,
  to_currency: CurrencyCode,
  exchange_rate: z.number(),
});
