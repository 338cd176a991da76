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
  readonly description: string;
}

export const FIELDS = {
  memory_mb: {
    min: 128,
    max: 10_240,
    integer: true,
    unit: "MB",
    description: "Memory of the function.",
  },
  service_memory_mb: {
    min: 128,
    max: 32_768,
    integer: true,
    unit: "MB",
    description: "Memory of the function; each service has its own limit as well.",
  },
  execution_time_seconds: {
    min: 0.001,
    max: 900,
    unit: "s",
    description: "Time that one execution takes.",
  },
  execution_time_ms: {
    min: 0.1,
    max: 3_600_000,
    unit: "ms",
    description: "Time that one execution takes; each service has its own limit as well.",
  },
  monthly_executions: {
    min: 0,
    max: 1_000_000_000_000,
    integer: true,
    unit: "executions/month",
    description: "Executions a month of 730 hours.",
  },
  egress_per_request_kb: {
    min: 0,
    max: 1_000_000,
    default: 0,
    unit: "KB",
    description: "Data that one execution sends out.",
  },
  internet_transfer_ratio: {
    min: 0,
    max: 100,
    default: 100,
    unit: "%",
    description: "Share of that data that goes to the internet.",
  },
  egress_rate: {
    min: 0,
    max: 1000,
    unit: "USD/GB",
    description: "A flat rate for internet egress, instead of the provider's tiers.",
  },
  exchange_rate: {
    min: 1,
    max: 1000,
    default: 150,
    unit: "JPY/USD",
    description: "Yen for one US dollar.",
  },
  amount: {
    min: -1e15,
    max: 1e15,
    unit: "money",
    description: "An amount of money.",
  },
  cpu_count: {
    min: 0.08,
    max: 8,
    default: 1,
    unit: "vCPU",
    description: "vCPUs of a Cloud Run instance.",
  },
  ephemeral_storage_mb: {
    min: 512,
    max: 10_240,
    integer: true,
    default: 512,
    unit: "MB",
    description: "Size of Lambda's /tmp; 512 MB cost nothing.",
  },
  peak_to_average: {
    min: 1,
    max: 1000,
    default: 3,
    unit: "ratio",
    description: "Requests per second of the busiest moment over the month's mean.",
  },
  cpu_ms: {
    min: 0.001,
    max: 3_600_000,
    unit: "ms",
    description:
      "CPU time of one execution. Unless given, the share of a vCPU that Lambda gives: execution time × min(1, memory / 1769 MB).",
  },
  memory_per_request_mb: {
    min: 0.1,
    max: 32_768,
    unit: "MB",
    description:
      "Memory that a machine holds for one request in flight. Unless given, the function's memory.",
  },
  target_utilisation: {
    min: 0.05,
    max: 1,
    default: 0.7,
    unit: "share",
    description: "Share of a machine's CPU that the peak may use.",
  },
  memory_reserve_mb: {
    min: 0,
    max: 32_768,
    default: 256,
    unit: "MB",
    description: "Memory of a machine that the operating system and the runtime keep.",
  },
  machines: {
    min: 1,
    max: 100_000,
    integer: true,
    default: 1,
    unit: "machines",
    description: "Machines rented with sizing `fixed`.",
  },
  minimum_machines: {
    min: 1,
    max: 100_000,
    integer: true,
    default: 1,
    unit: "machines",
    description: "Machines that run even without load with sizing `peak`.",
  },
  range_min: {
    min: 0,
    max: 1_000_000_000_000,
    default: 0,
    unit: "executions/month",
    description: "Least executions a month to look at.",
  },
  range_max: {
    min: 0,
    max: 1_000_000_000_000,
    default: 1_000_000_000,
    unit: "executions/month",
    description: "Most executions a month to look at.",
  },
  comparison_range_max: {
    min: 0,
    max: 1_000_000_000_000,
    default: 10_000_000,
    integer: true,
    unit: "executions/month",
    description: "Most executions a month to look at.",
  },
  comparison_steps: {
    min: 2,
    max: 1000,
    integer: true,
    default: 50,
    unit: "points",
    description: "Evenly spaced points of the comparison.",
  },
  recommend_limit: {
    min: 1,
    max: 1000,
    integer: true,
    default: 20,
    unit: "types",
    description: "Machine types to name per provider.",
  },
} as const satisfies Record<string, NumberField>;

export type FieldName = keyof typeof FIELDS;

/** Longest region, machine type or offer id that is read. */
export const NAME_LENGTH_MAX = 50;
/** Most offers or machines in one comparison. */
export const OFFERS_MAX = 50;
