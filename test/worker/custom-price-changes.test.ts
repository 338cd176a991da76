import { describe, expect, test } from "vitest";
import { answerOf, billOf, problemOf } from "./_compare.ts";

const LAMBDA = { kind: "function", provider: "aws_lambda" };
const own = (price: object) => ({
  include_free_tier: true,
  custom_prices: [{ provider: "aws", service: "aws_lambda", meter: "compute", ...price }],
});

// 1,000,000 GB-seconds.
describe("a price of one's own", () => {
  test.each([
    // Instead of the 400,000 of the list.
    [{ free: 0 }, 1_000_000 * 0.000_016_666_7],
    [{ free: 900_000 }, 100_000 * 0.000_016_666_7],
    [{ unit_price: 0.00001 }, 600_000 * 0.00001],
    [{ unit_price: 0.00001, free: 0 }, 1_000_000 * 0.00001],
    [{ discount_percent: 10, free: 0 }, 1_000_000 * 0.000_016_666_7 * 0.9],
    [
      {
        free: 100_000,
        tiers: [
          { up_to: 300_000, unit_price: 0.00002 },
          { up_to: null, unit_price: 0.00001 },
        ],
      },
      300_000 * 0.00002 + 600_000 * 0.00001,
    ],
  ])("%j", async (price, amount) => {
    const bill = await billOf({ offer: LAMBDA, terms: own(price) });
    expect(bill["compute"]).toBeCloseTo(amount, 9);
  });

  // AWS prints 7.81 for streaming beside free GB-seconds: without the 100 GB that are free now.
  test("streaming without its own allowance, beside the others: 39.04 in all", async () => {
    const functions = [
      { monthly_executions: 2_000_000, egress_per_request_kb: 100 },
      { monthly_executions: 1_000_000, egress_per_request_kb: 7 * 1024 },
    ].map((one) => ({ ...one, execution_time_ms: 500, memory_mb: 1536 }));
    const bill = await billOf({
      offer: { ...LAMBDA, response_streaming: true },
      workload: { functions: functions.map((one) => ({ ...one, internet_transfer_ratio: 0 })) },
      terms: {
        include_free_tier: true,
        custom_prices: [
          { provider: "aws", service: "aws_lambda", meter: "response_streaming", free: 0 },
        ],
      },
    });
    expect(bill["requests"]).toBeCloseTo(0.4, 9);
    expect(bill["compute"]).toBeCloseTo(30.83, 2);
    expect(bill["response_streaming"]).toBeCloseTo(7.8125, 9);
  });

  test("a part of the hours of a machine without charge", async () => {
    const answer = await answerOf({
      offer: { kind: "machine", provider: "aws_ec2", instance_type: "t3.micro", sizing: "fixed" },
      terms: {
        include_free_tier: true,
        custom_prices: [{ provider: "aws", instance_type: "t3.micro", free: 700 }],
      },
    });
    expect(answer.line_items[0]?.amount).toBeCloseTo(30 * 0.0104, 9);
  });
});

describe("prices of one's own are refused", () => {
  test.each([
    [{ meter: "compte" }, "custom_prices.0 stands for no price of what is compared"],
    [
      { service: "aws_lamda", meter: "compute" },
      "custom_prices.0 stands for no price of what is compared",
    ],
    [{ instance_type: "m5.lagre" }, "custom_prices.0 stands for no price of what is compared"],
    [
      { instance_type: "m5.large", purchase: "spot" },
      "custom_prices.0 stands for no price of what is compared",
    ],
  ])("where %j stands for none", async (place, message) => {
    const { errors } = await problemOf({
      offer: LAMBDA,
      terms: { custom_prices: [{ provider: "aws", unit_price: 1, ...place }] },
    });
    expect(errors?.map((error) => error.message)).toEqual([message]);
  });

  test("unless they are for a provider or region that is not compared", async () => {
    const bill = await billOf({
      offer: LAMBDA,
      terms: {
        custom_prices: [
          { provider: "google", service: "nothing", unit_price: 1 },
          { provider: "aws", region: "eu-west-1", meter: "nothing", unit_price: 1 },
        ],
      },
    });
    expect(bill["compute"]).toBeCloseTo(16.6667, 9);
  });

  test.each([
    [{ unit_price: 1, tiers: [{ up_to: null, unit_price: 1 }] }, "custom_prices.0.unit_price"],
    [{}, "custom_prices.0.unit_price"],
    [{ tiers: [{ up_to: 5, unit_price: 1 }] }, "custom_prices.0.tiers"],
    [
      {
        tiers: [
          { up_to: 5, unit_price: 1 },
          { up_to: 5, unit_price: 2 },
          { up_to: null, unit_price: 3 },
        ],
      },
      "custom_prices.0.tiers",
    ],
  ])("as %j", async (price, path) => {
    const { errors } = await problemOf({
      offer: LAMBDA,
      terms: { custom_prices: [{ provider: "aws", ...price }] },
    });
    expect(errors?.map((error) => error.path)).toEqual([path]);
  });
});
