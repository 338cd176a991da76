import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { CatalogIndex } from "../../../shared/catalog/catalog-index.ts";
import type { CompareAnswer } from "../../../shared/schema/answers/compare.ts";
import { en } from "../../../shared/messages/en.ts";
import { inProcess } from "../../_runtimes.ts";
import { apiAnswer } from "../../../web/export/comparison-json.ts";
import { requestBody, type Body } from "../../../web/export/request-body.ts";
import { DEFAULT_INPUTS, type SimulationInputs } from "../../../web/state/inputs.ts";
import { today } from "../../../web/today.ts";
import { inputs as anyInputs } from "../_inputs.ts";
import { answeredSimulation, answerOf, CATALOG } from "../_simulation.ts";

const api = inProcess();
let regions: readonly string[] = [];

beforeAll(async () => {
  const index = new CatalogIndex(await CATALOG.index());
  regions = index.file.places.flatMap(({ regions: of }) => Object.values(of).flat());
});

async function ask(body: Body): Promise<{ status: number; data: CompareAnswer }> {
  const response = await api.fetch("/api/v1/compare", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { data } = (await response.json()) as { data: CompareAnswer };
  return { status: response.status, data };
}

const MACHINES = [
  ["aws_ec2", "t4g.small"],
  ["aws_ec2", "t3.medium"],
  ["aws_ec2", "m7g.large"],
  ["aws_lambda_managed_instances", "m7g.xlarge"],
  ["aws_fargate", "1_2"],
  ["google_cloud", "e2-small"],
  ["google_cloud", "n2-standard-2"],
  ["azure", "Standard_B2ats_v2"],
  ["oci", "VM.Standard.E4.Flex_1_8"],
  ["sakura_cloud", "2core_2gb"],
  ["aws_ec2", "t9.gigantic"],
] as const;

/** Many side costs have no price in many places: half of the questions go without. */
const WITHOUT_SIDE_COSTS = {
  frontDoor: "none",
  loadBalancer: false,
  publicIpv4: false,
  diskGb: 0,
  natGateway: false,
  countsLogs: false,
} as const;

const customPrice = fc.constantFrom(
  { provider: "aws" as const, change: { discountPercent: 20 } },
  { provider: "aws" as const, instanceType: "t4g.*", change: { unitPriceUsd: 0.0123 } },
  { provider: "google" as const, service: "google_cloud", change: { discountPercent: 37.5 } },
);

/** Any inputs, in places and with machines that exist, so that there is something to compare. */
function knownInputs(): fc.Arbitrary<SimulationInputs> {
  const known = fc.record({
    inputs: anyInputs,
    region: fc.constantFrom(...regions),
    machines: fc.subarray([...MACHINES], { minLength: 3 }),
    purchase: fc.constantFrom(
      "on_demand" as const,
      "on_demand" as const,
      "commitment_1y" as const,
      "spot" as const,
    ),
    memoryMb: fc.constantFrom(128, 512, 1024, 1769, 4096),
    durationMs: fc.double({ min: 0.1, max: 20_000, noNaN: true }),
    requestsPerMonth: fc.integer({ min: 0, max: 1_000_000_000 }),
    memoryReserveMb: fc.constantFrom(0, 256),
    customPrices: fc.array(customPrice, { maxLength: 2 }),
    isPlain: fc.boolean(),
  });
  return known.map(({ inputs, machines, purchase, isPlain, ...rest }) => ({
    ...inputs,
    ...(isPlain ? WITHOUT_SIDE_COSTS : {}),
    ...rest,
    memoryPerRequestMb: null,
    machines: machines.map(([service, instanceType]) => ({ service, instanceType, purchase })),
  }));
}

describe("requestBody()", () => {
  test("is short where the inputs are as the API assumes", () => {
    expect(requestBody({ ...DEFAULT_INPUTS, machines: [] }, 1e9)).toEqual({
      workload: {
        monthly_executions: 2_628_000,
        execution_time_ms: 120,
        memory_mb: 512,
        egress_per_request_kb: 10,
      },
      offers: [
        {
          kind: "function",
          provider: "aws_lambda",
          region: "ap-northeast-1",
          architecture: "arm64",
        },
        { kind: "function", provider: "aws_lambda", region: "ap-northeast-1" },
      ],
      range: { min: 0, max: 1e9 },
      exchange_rate: 150,
    });
  });

  test("asks the API for the page's figures, to the last digit, for 200 random inputs", async () => {
    let compared = 0;
    let priced = 0;
    await fc.assert(
      fc.asyncProperty(knownInputs(), async (inputs) => {
        const { simulation } = await answeredSimulation(inputs);
        const answer = answerOf(simulation);
        if (answer.question.offers.length === 0) return;
        const { status, data } = await ask(
          requestBody(answer.inputs, answer.requestsViewed, answer.question.offers),
        );
        compared += 1;
        if (status !== 200) {
          // The API refuses a question of which no offer can be bought; the page shows why of each.
          const reasons = answer.unavailable.map(({ problem }) => problem);
          expect(answer.comparison.offers, JSON.stringify(data)).toEqual([]);
          expect(reasons.some((problem) => problem !== null)).toBe(true);
          return;
        }
        const bought = data.offers.filter(({ monthly_cost: cost }) => cost !== null);
        priced += bought.length;
        expect(bought.map(({ monthly_cost: cost }) => cost)).toEqual(
          answer.comparison.offers.map(({ monthlyCost }) => monthlyCost),
        );
        expect(data.break_even_points.map((point) => point.executions_per_month)).toEqual(
          answer.comparison.breakEvenPoints.map((point) => point.requestsPerMonth),
        );
        const exported = apiAnswer(answer, simulation.cards, today(), en);
        expect(JSON.parse(JSON.stringify(exported))).toEqual(data);
      }),
      { numRuns: 200, seed: 5 },
    );
    expect(compared).toBeGreaterThan(180);
    expect(priced).toBeGreaterThan(400);
  }, 120_000);
});
