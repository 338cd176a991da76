import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CAPACITY_PAGE, withCapacityTables } from "../../tools/capacity/main.ts";
import { measuredLoad } from "../../tools/capacity/measured-load.ts";
import { LOADS_PER_MINUTE, pricedDeployments } from "../../tools/capacity/priced-deployments.ts";

const REPORT = readFileSync(new URL("../../docs/load-report.md", import.meta.url), "utf8");
const HOURS = 730;

interface Card {
  readonly services: Readonly<
    Record<string, Readonly<Record<string, { readonly tiers: readonly (readonly number[])[] }>>>
  >;
}

/** The first price of a meter, as it stands in the card's file. */
function listed(card: string, service: string, meter: string): number {
  const file = new URL(`../../shared/rate-cards/${card}.json`, import.meta.url);
  const { services } = JSON.parse(readFileSync(file, "utf8")) as Card;
  return services[service]?.[meter]?.tiers[0]?.[1] ?? Number.NaN;
}

test("docs/runbooks/capacity.md has what the engine and the load report say today: npm run docs:capacity", async () => {
  const text = readFileSync(CAPACITY_PAGE, "utf8");
  expect(await withCapacityTables(text)).toBe(text);
});

describe("the load report", () => {
  test("says what a request costs", () => {
    for (const { cpuUs, requestsPerSecond } of measuredLoad(REPORT)) {
      expect(cpuUs).toBeGreaterThan(10);
      expect(requestsPerSecond).toBeGreaterThan(100);
    }
  });

  test("without the figures is an error", () => {
    expect(() => measuredLoad("`/lambda` was fast.")).toThrow("/lambda");
  });
});

describe("the deployments", () => {
  test("cost what their prices come to by hand", async () => {
    const { deployments } = await pricedDeployments({ cpuMs: 0.3, answerKb: 1 });
    const fargate = deployments.find(({ label }) => label.includes("Fargate"));
    const [atLeast] = fargate?.atLoads ?? [];
    const price = (service: string, meter: string) => listed("aws/ap-northeast-1", service, meter);
    const tasks =
      2 *
      HOURS *
      (0.5 * price("aws_fargate", "vcpu.x86_64") +
        price("aws_fargate", "memory.x86_64") +
        price("aws_vpc", "public_ipv4"));
    const lines = new Map(atLeast?.lineItems.map(({ meter, amount }) => [meter, amount]));
    const taken = ["vcpu", "memory", "public_ipv4"].map((meter) => lines.get(meter) ?? Number.NaN);
    expect(taken.reduce((sum, amount) => sum + amount)).toBeCloseTo(tasks, 8);
    expect(lines.get("load_balancer")).toBeCloseTo(
      HOURS * price("aws_load_balancer", "alb_hours"),
      8,
    );
  });

  test("have as many machines as the busiest moment needs", async () => {
    const cpuMs = 0.3;
    const { deployments } = await pricedDeployments({ cpuMs, answerKb: 1 });
    const run = deployments.find(({ label }) => label.includes("Cloud Run"));
    for (const [index, perMinute] of LOADS_PER_MINUTE.entries()) {
      const vcpus = ((perMinute / 60) * 3 * (cpuMs / 1000)) / 0.7;
      expect(run?.atLoads[index]?.capacity?.machines).toBe(Math.max(1, Math.ceil(vcpus)));
    }
  });

  test("cost more with more requests", async () => {
    const { deployments } = await pricedDeployments({ cpuMs: 0.3, answerKb: 4 });
    expect(deployments.length).toBeGreaterThan(6);
    for (const { label, atLoads } of deployments) {
      const costs = atLoads.map(({ monthlyCost }) => monthlyCost ?? Number.NaN);
      expect(costs, label).toEqual(costs.toSorted((a, b) => a - b));
      // What OCI gives for nothing carries the smallest.
      expect(costs.at(-1), label).toBeGreaterThan(0);
    }
  });
});
