/**
 * Every number that a caller can send, declared once: the API's schemas, the OpenAPI document and
 * the page's form all read their limits here.
 */
export interface NumberField {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  readonly default?: number;
  readonly unit: string;
}

export const FIELDS = {
  memory_mb: {
    min: 128,
    max: 10_240,
    integer: true,
    unit: "MB",
  },
  service_memory_mb: {
    min: 128,
    max: 32_768,
    integer: true,
    unit: "MB",
  },
  execution_time_seconds: {
    min: 0.001,
    max: 900,
    unit: "s",
  },
  execution_time_ms: {
    min: 0.1,
    max: 3_600_000,
    unit: "ms",
  },
  task_time_ms: {
    min: 0.1,
    max: 2_628_000_000,
    unit: "ms",
  },
  container_memory_mb: {
    min: 128,
    max: 122_880,
    integer: true,
    unit: "MB",
  },
  monthly_executions: {
    min: 0,
    max: 1_000_000_000_000,
    integer: true,
    unit: "executions/month",
  },
  egress_per_request_kb: {
    min: 0,
    max: 1_000_000,
    default: 0,
    unit: "KB",
  },
  internet_transfer_ratio: {
    min: 0,
    max: 100,
    default: 100,
    unit: "%",
  },
  egress_rate: {
    min: 0,
    max: 1000,
    unit: "USD/GB",
  },
  exchange_rate: {
    min: 1,
    max: 1000,
    default: 150,
    unit: "JPY/USD",
  },
  amount: {
    min: -1e15,
    max: 1e15,
    unit: "money",
  },
  cpu_count: {
    min: 0.08,
    max: 8,
    default: 1,
    unit: "vCPU",
  },
  instance_cpu_count: { min: 0.0625, max: 16, unit: "vCPU" },
  instance_storage_mb: { min: 512, max: 204_800, integer: true, unit: "MB" },
  ephemeral_storage_mb: {
    min: 512,
    max: 10_240,
    integer: true,
    default: 512,
    unit: "MB",
  },
  peak_to_average: {
    min: 1,
    max: 1000,
    default: 3,
    unit: "ratio",
  },
  cpu_ms: {
    min: 0.001,
    max: 3_600_000,
    unit: "ms",
  },
  memory_per_request_mb: {
    min: 0.1,
    max: 32_768,
    unit: "MB",
  },
  target_utilisation: {
    min: 0.05,
    max: 1,
    default: 0.7,
    unit: "share",
  },
  memory_reserve_mb: {
    min: 0,
    max: 32_768,
    default: 256,
    unit: "MB",
  },
  machines: {
    min: 1,
    max: 100_000,
    integer: true,
    default: 1,
    unit: "machines",
  },
  minimum_machines: {
    min: 1,
    max: 100_000,
    integer: true,
    default: 1,
    unit: "machines",
  },
  concurrency: { min: 1, max: 1000, integer: true, unit: "requests" },
  minimum_instances: { min: 0, max: 10_000, integer: true, unit: "instances" },
  provisioned_instances: { min: 1, max: 100_000, integer: true, unit: "instances" },
  provisioned_hours: { min: 0, max: 744, default: 730, unit: "h/month" },
  hours_per_month: { min: 0, max: 744, unit: "h/month" },
  share: { min: 0, max: 1, default: 1, unit: "share" },
  active_seconds: { min: 0, max: 2_678_400, default: 2_628_000, unit: "s/month" },
  cold_start_ratio: { min: 0, max: 1, unit: "share" },
  init_ms: { min: 0, max: 900_000, unit: "ms" },
  log_per_request_kb: { min: 0, max: 1_000_000, default: 0, unit: "KB" },
  weight: { min: 0, max: 1_000_000_000_000, unit: "weight" },
  percentile: { min: 0, max: 100, unit: "%" },
  disk_gb: { min: 0, max: 65_536, unit: "GB" },
  work_hours: { min: 0, max: 10_000, default: 0, unit: "h/month" },
  hourly_rate: { min: 0, max: 10_000, unit: "USD/h" },
  unit_price: { min: 0, max: 1_000_000, unit: "money/unit" },
  free_allowance: { min: 0, max: 1e15, unit: "units/month" },
  tier_bound: { min: 0, max: 1e15, unit: "units/month" },
  discount_percent: { min: 0, max: 100, unit: "%" },
  spread_percent: { min: 0, max: 90, default: 0, unit: "%" },
  growth_percent: { min: -50, max: 100, unit: "%/month" },
  horizon_months: { min: 1, max: 120, integer: true, default: 36, unit: "months" },
  one_off_cost: { min: 0, max: 1_000_000_000, default: 0, unit: "money" },
  budget_amount: { min: 0, max: 1_000_000_000, unit: "money/month" },
  map_columns: { min: 2, max: 100, integer: true, default: 40, unit: "columns" },
  driver_value: { min: 0, max: 1_000_000_000_000, unit: "of the driver" },
  requests_per_second: { min: 0, max: 1_000_000, unit: "requests/s" },
  search_limit: { min: 1, max: 100, integer: true, default: 10, unit: "offers" },
  most_machines: { min: 1, max: 1_000_000, integer: true, default: 1000, unit: "machines" },
  least_vcpu: { min: 0, max: 4096, default: 0, unit: "vCPU" },
  least_memory_mb: { min: 0, max: 67_108_864, default: 0, unit: "MB" },
  range_min: {
    min: 0,
    max: 1_000_000_000_000,
    default: 0,
    unit: "executions/month",
  },
  range_max: {
    min: 0,
    max: 1_000_000_000_000,
    default: 1_000_000_000,
    unit: "executions/month",
  },
  comparison_range_max: {
    min: 0,
    max: 1_000_000_000_000,
    default: 10_000_000,
    integer: true,
    unit: "executions/month",
  },
  comparison_steps: {
    min: 1,
    max: 1000,
    integer: true,
    default: 50,
    unit: "points",
  },
  recommend_limit: {
    min: 1,
    max: 1000,
    integer: true,
    default: 20,
    unit: "types",
  },
  chart_width: { min: 320, max: 2000, integer: true, default: 800, unit: "px" },
  chart_height: { min: 280, max: 2000, integer: true, default: 480, unit: "px" },
} as const satisfies Record<string, NumberField>;

export type FieldName = keyof typeof FIELDS;

/** Fields that may be left out. */
export type DefaultedFieldName = {
  [name in FieldName]: (typeof FIELDS)[name] extends { readonly default: number } ? name : never;
}[FieldName];

/** Longest region, machine type or offer id that is read. */
export const NAME_LENGTH_MAX = 50;
/** Most offers or machines in one comparison. */
export const OFFERS_MAX = 50;
/** Most parts of a distribution of durations, functions of a workload, and prices of one's own. */
export const DURATIONS_MAX = 200;
export const FUNCTIONS_MAX = 50;
/** Characters of a text of hourly counts: a quarter of a year with its times. */
export const HOURLY_COUNTS_LENGTH_MAX = 50_000;
export const CUSTOM_PRICES_MAX = 100;
/** Most questions of a batch. */
export const BATCH_ITEMS_MAX = 1000;
/** Most tiers of a price of one's own, and periods of instances kept ready. */
export const PRICE_TIERS_MAX = 20;
export const PROVISIONED_PERIODS_MAX = 24;
/** Most columns of a decision map times its offers. */
export const MAP_CELLS_MAX = 1000;
/** Most names in a list that restricts a search. */
export const LIST_MAX = 100;
