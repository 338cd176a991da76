import { describe, expect, test } from "vitest";
import { comparisonCsv, COMPARISON_CSV_NAME } from "../../shared/comparison-csv.ts";
import type { LineItem } from "../../shared/engine/bill.ts";

function lines(amounts: Readonly<Record<string, number>>): LineItem[] {
  return Object.entries(amounts).map(([meter, amount]) => ({
    meter,
    unit: "unit",
    quantity: 1,
    free: 0,
    billable: 1,
    tiers: [],
    amount,
    provenance: null,
  }));
}

const LAMBDA = lines({ requests: 1, compute: 2.5, egress: 0.25 });
const MACHINES = [
  {
    service: "aws_ec2",
    instanceType: "t3.small",
    lines: lines({ instance_hours: 15, egress: 0.25 }),
  },
  {
    service: "oci",
    instanceType: "VM, flexible",
    lines: lines({ vcpu: 1.00004, memory: 2, egress: 0 }),
  },
];
const USD =
  "provider,instance_type,lambda_execution_cost_usd,lambda_egress_cost_usd,lambda_total_cost_usd,vm_fixed_cost_usd,vm_egress_cost_usd,vm_total_cost_usd";

describe("a comparison as CSV", () => {
  test("has a row for each machine, in US dollars with four decimals", () => {
    expect(comparisonCsv(LAMBDA, MACHINES, null).split("\n")).toEqual([
      USD,
      "aws_ec2,t3.small,3.5000,0.2500,3.7500,15.0000,0.2500,15.2500",
      'oci,"VM, flexible",3.5000,0.2500,3.7500,3.0000,0.0000,3.0000',
    ]);
  });

  test("has yen beside them at a rate, with two decimals", () => {
    const [header, first] = comparisonCsv(LAMBDA, MACHINES, 150.5).split("\n");
    expect(header).toBe(
      `${USD},${USD.replaceAll("_usd", "_jpy").slice("provider,instance_type,".length)}`,
    );
    expect(first).toBe(
      "aws_ec2,t3.small,3.5000,0.2500,3.7500,15.0000,0.2500,15.2500,526.75,37.63,564.38,2257.50,37.63,2295.13",
    );
  });

  test("leaves the columns of Lambda empty without its bill", () => {
    expect(comparisonCsv(null, MACHINES.slice(0, 1), 100).split("\n")[1]).toBe(
      "aws_ec2,t3.small,,,,15.0000,0.2500,15.2500,,,,1500.00,25.00,1525.00",
    );
  });

  test("is called what the older system called it", () => {
    expect(COMPARISON_CSV_NAME).toBe("cost_comparison_with_egress.csv");
  });
});
