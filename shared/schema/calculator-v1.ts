import * as z from "zod/mini";
import {
  CALCULATOR_FUNCTION_SERVICE_IDS,
  CALCULATOR_MACHINE_SERVICE_IDS,
} from "../catalog/providers.ts";
import { OFFERS_MAX } from "../fields.ts";
import { minimumBeforeMaximum } from "./compare.ts";
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

export const RecommendRequest = z.object({
  lambda_memory_mb: number("memory_mb"),
  provider: z.optional(MachineService),
  architecture: z.optional(choice(["x86_64", "arm64"])),
  region: Region,
  limit: numberOrDefault("recommend_limit"),
  exchange_rate: numberOrDefault("exchange_rate"),
});

export const CurrencyConvertRequest = z.object({
  amount: number("amount"),
  from_currency: z.prefault(CurrencyCode, "USD"),
  to_currency: z.prefault(CurrencyCode, "JPY"),
  exchange_rate: numberOrDefault("exchange_rate"),
});
