import { describe, expect, test } from "vitest";
import type { CompareAnswer } from "../../shared/schema/answers/compare.ts";
import type { SearchAnswer } from "../../shared/schema/answers/search.ts";
import { inProcess } from "../_runtimes.ts";

const { fetch } = inProcess();

async function send(path: string, body: object): Promise<Response> {
  return fetch(`/api/v1/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function search(body: object): Promise<SearchAnswer> {
  const response = await send("search", body);
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return (JSON.parse(text) as { data: SearchAnswer }).data;
}

const WORKLOAD = {
  monthly_executions: 50_000_000,
  execution_time_ms: 150,
  memory_mb: 512,
  cpu_ms: 50,
  egress_per_request_kb: 3,
};

describe("POST /api/v1/search", () => {
  test("ranks offers by the cost that a comparison gives them", async () => {
    const { offers } = await search({ workload: WORKLOAD, limit: 20 });
    expect(offers.map(({ rank }) => rank)).toEqual(offers.map((_, index) => index + 1));
    const compared = await send("compare", {
      workload: WORKLOAD,
      offers: offers.map((offer) => ({ ...offer, id: String(offer.rank) })),
    });
    const { data } = (await compared.json()) as { data: CompareAnswer };
    for (const [index, { monthly_cost: cost, capacity }] of data.offers.entries()) {
      expect(offers[index]?.monthly_cost).toBe(cost);
      expect(capacity?.carries_load ?? true).toBe(true);
      expect(offers[index]?.machines ?? null).toBe(capacity?.machines ?? null);
    }
    const costs = offers.map(({ monthly_cost: cost }) => cost);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  });

  test("offers what the filters leave, and nothing that needs too many machines", async () => {
    const { offers, regions } = await search({
      workload: WORKLOAD,
      kinds: ["machine"],
      providers: ["aws", "azure"],
      regions: ["europe-west3"],
      architectures: ["arm64"],
      purchases: ["commitment_3y"],
      most_machines: 2,
      least_memory_mb: 16_384,
      exclude_burstable: true,
      limit: 50,
    });
    expect(regions).toBe(2);
    expect(offers.length).toBeGreaterThan(10);
    for (const { provider, region, city, architecture, purchase, machines } of offers) {
      expect(["aws_ec2 eu-central-1", "azure germanywestcentral"]).toContain(
        `${provider} ${region}`,
      );
      expect(city?.en).toBe("Frankfurt");
      expect([architecture, purchase]).toEqual(["arm64", "commitment_3y"]);
      expect(machines).toBeLessThanOrEqual(2);
    }
  });

  test("names the region that there is not", async () => {
    const response = await send("search", { workload: WORKLOAD, regions: ["eu-west-1", "tokio"] });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { path: string }[] };
    expect(errors[0]?.path).toBe("regions.1");
  });
});
