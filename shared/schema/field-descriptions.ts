import type { FieldName } from "../fields.ts";

/** What each field means, for the API document; the page has its own words in two languages. */
export const FIELD_DESCRIPTIONS: Readonly<Record<FieldName, string>> = {
  memory_mb: "Memory of the function.",
  service_memory_mb: "Memory of the function; each service has its own limit as well.",
  execution_time_seconds: "Time that one execution takes.",
  execution_time_ms: "Time that one execution takes; each service has its own limit as well.",
  monthly_executions: "Executions a month of 730 hours.",
  egress_per_request_kb: "Data that one execution sends out.",
  internet_transfer_ratio: "Share of that data that goes to the internet.",
  egress_rate: "A flat rate for internet egress, instead of the provider's tiers.",
  exchange_rate: "Yen for one US dollar.",
  amount: "An amount of money.",
  cpu_count: "vCPUs of a Cloud Run instance.",
  ephemeral_storage_mb: "Size of Lambda's /tmp; 512 MB cost nothing.",
  peak_to_average: "Requests per second of the busiest moment over the month's mean.",
  cpu_ms:
    "CPU time of one execution. Unless given, the share of a vCPU that Lambda gives: execution time × min(1, memory / 1769 MB).",
  memory_per_request_mb:
    "Memory that a machine holds for one request in flight. Unless given, the function's memory.",
  target_utilisation: "Share of a machine's CPU that the peak may use.",
  memory_reserve_mb: "Memory of a machine that the operating system and the runtime keep.",
  machines: "Machines rented with sizing `fixed`.",
  minimum_machines: "Machines that run even without load with sizing `peak`.",
  range_min: "Least executions a month to look at.",
  range_max: "Most executions a month to look at.",
  comparison_range_max: "Most executions a month to look at.",
  comparison_steps: "Evenly spaced points of the comparison.",
  recommend_limit: "Machine types to name per provider.",
};
