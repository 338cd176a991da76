import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CompareAnswer } from "../../../shared/schema/answers/compare.ts";
import { en } from "../../../shared/messages/en.ts";
import { inProcess } from "../../_runtimes.ts";
import { apiAnswer } from "../../../web/export/comparison-json.ts";
import { requestBody, type Body } from "../../../web/export/request-body.ts";
import { DEFAULT_INPUTS } from "../../../web/state/default-inputs.ts";
import { today } from "../../../web/today.ts";
import { knownInputs } from "../_known-inputs.ts";
import { answeredSimulation, answerOf } from "../_simulation.ts";

const api = inProcess();

async function ask(body: Body): Promise<{ status: number; data: CompareAnswer }> {
  const response = await api.fetch("/api/v1/compare", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { data } = (await response.json()) as { data: CompareAnswer };
  return { status: response.status, data };
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
