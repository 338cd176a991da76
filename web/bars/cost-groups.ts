import type { LineItem } from "../../shared/engine/bill.ts";
import type { MeterNames } from "../messages/messages.ts";

/** What a bill is made of, in the order in which it is drawn. */
export const COST_GROUPS = ["compute", "requests", "egress", "around", "work"] as const;
export type CostGroup = (typeof COST_GROUPS)[number];

/** The group of each meter: one that is missing does not compile. */
const GROUP_OF: Readonly<Record<keyof MeterNames, CostGroup>> = {
  requests: "requests",
  compute: "compute",
  ephemeral_storage: "compute",
  vcpu: "compute",
  memory: "compute",
  cpu: "compute",
  subscription: "compute",
  egress: "egress",
  instance_hours: "compute",
  instance_months: "compute",
  ocpu_hours: "compute",
  memory_gb_hours: "compute",
  vcpu_hours: "compute",
  management_fee: "compute",
  provisioned_concurrency: "compute",
  snap_start_cache: "compute",
  snap_start_restore: "compute",
  response_streaming: "requests",
  always_ready: "compute",
  idle_vcpu: "compute",
  idle_memory: "compute",
  surplus_vcpu: "compute",
  disk: "around",
  public_ipv4: "around",
  load_balancer: "around",
  load_balancer_units: "around",
  load_balancer_data: "around",
  disk_performance: "around",
  api_gateway: "around",
  nat_gateway: "around",
  nat_data: "around",
  logs: "around",
  operations: "work",
};

/** The amounts of a bill by group; those of meters that are not known stand around. */
export function amountsByGroup(lineItems: readonly LineItem[]): Record<CostGroup, number> {
  const amounts: Record<CostGroup, number> = {
    compute: 0,
    requests: 0,
    egress: 0,
    around: 0,
    work: 0,
  };
  const groups: Readonly<Record<string, CostGroup>> = GROUP_OF;
  for (const { meter, amount } of lineItems) amounts[groups[meter] ?? "around"] += amount;
  return amounts;
}
