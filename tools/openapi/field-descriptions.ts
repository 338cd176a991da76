import type { FieldName } from "../../shared/fields.ts";

/** What each field means, for the API document; the page has its own words in two languages. */
export const FIELD_DESCRIPTIONS: Readonly<Record<FieldName, string>> = {
  memory_mb: "Memory of the function.",
  service_memory_mb: "Memory of the function; each service has its own limit as well.",
  execution_time_seconds: "Time that one execution takes.",
  execution_time_ms: "Time that one execution takes; each service has its own limit as well.",
  task_time_ms:
    "Time that one execution takes, up to a month for a task in a container; each service has its own limit as well.",
  container_memory_mb:
    "Memory of the function or container; each service has its own limit as well.",
  monthly_executions: "Executions a month of 730 hours.",
  egress_per_request_kb: "Data that one execution sends out.",
  internet_transfer_ratio: "Share of that data that goes to the internet.",
  egress_rate: "A flat rate for internet egress, instead of the provider's tiers.",
  exchange_rate: "Yen for one US dollar.",
  amount: "An amount of money.",
  cpu_count: "vCPUs of a Cloud Run instance.",
  instance_cpu_count:
    "vCPUs of an instance of Cloud Run, Fargate or Cloudflare Containers. Unless given, one, or the nearest to one that goes with the memory.",
  ephemeral_storage_mb: "Size of Lambda's /tmp; 512 MB cost nothing.",
  instance_storage_mb:
    "Size of Lambda's /tmp, of which 512 MB cost nothing; ephemeral storage of a Fargate task, of which 20 GB cost nothing; disk of a container of Cloudflare's.",
  peak_to_average: "Requests per second of the busiest moment over the month's mean.",
  cpu_ms:
    "CPU time of one execution. Unless given, the share of a vCPU that Lambda gives: execution time × min(1, memory / 1769 MB).",
  memory_per_request_mb:
    "Memory that a machine holds for one request in flight. Unless given, the function's memory.",
  target_utilisation: "Share of a machine's CPU that the peak may use.",
  memory_reserve_mb: "Memory of a machine that the operating system and the runtime keep.",
  machines: "Machines rented with sizing `fixed`.",
  minimum_machines:
    "Machines that run even without load unless sizing is `fixed`. Where it is not given one, and of Lambda Managed Instances the three that AWS starts, one in each of three availability zones; a function with a lower minimum of execution environments can do with one.",
  concurrency:
    "Requests that an instance serves at a time, 1 unless given. Instances are counted as if they were always that full.",
  minimum_instances: "Instances that are kept without requests.",
  provisioned_instances: "Instances that are kept ready.",
  provisioned_hours: "Hours a month that they are kept ready.",
  hours_per_month:
    "Hours of the month's 730 that each machine runs, serving all requests in them; all unless given. What is committed is owed all month.",
  share: "Part of all executions, 0 to 1.",
  active_seconds:
    "Seconds a month that the snapshot is kept. AWS charges three hours (10,800) at least for each version.",
  cold_start_ratio: "Part of all executions that wait for a new instance, 0 to 1.",
  init_ms: "Time that a new instance takes to start.",
  log_per_request_kb: "Data that one execution writes to the log.",
  weight: "Weight of this part against the others.",
  percentile: "Percent of the executions that take no longer.",
  disk_gb: "Disk of each machine.",
  work_hours: "Hours of work a month.",
  hourly_rate: "What an hour of work costs.",
  unit_price: "A price of one's own, for one unit of the meter.",
  free_allowance: "Units a month that are not billed, instead of the listed allowance.",
  tier_bound:
    "Units a month, beyond the free allowance, up to which a tier is; `null` for the last.",
  discount_percent: "What is taken off the list price.",
  spread_percent: "How far a figure may be off, up and down.",
  growth_percent: "Growth of the load from one month to the next.",
  horizon_months: "Months that are projected, this one included.",
  one_off_cost: "What changing from one offer to the other costs once.",
  budget_amount: "An amount a month, in the answer's currency.",
  map_columns: "Execution times of the map, evenly spaced on a logarithmic scale.",
  driver_value: "A value of what is looked along, in its own unit.",
  requests_per_second: "Mean requests per second, instead of `monthly_executions`.",
  search_limit: "Offers in the answer.",
  most_machines: "Most machines of one type.",
  least_vcpu: "Least vCPUs of a machine.",
  least_memory_mb: "Least memory of a machine.",
  range_min: "Least executions a month to look at.",
  range_max: "Most executions a month to look at.",
  comparison_range_max: "Most executions a month to look at.",
  comparison_steps: "Evenly spaced points of the comparison.",
  chart_width: "Width of the picture.",
  chart_height: "Height of the picture, its legend included.",
  recommend_limit: "Machine types to name per provider.",
};
