import { describe, expect, test } from "vitest";
import { en } from "../../web/messages/en.ts";
import { inputsOfExample, type ExampleName } from "../../web/state/examples.ts";
import { DEFAULT_INPUTS } from "../../web/state/default-inputs.ts";
import { fromFragment, toFragment } from "../../web/state/link/link.ts";
import { savingsOf } from "../../web/state/savings.ts";
import { answeredSimulation } from "./_simulation.ts";

const NAMES = Object.keys(en.examples) as ExampleName[];

describe.each(["ap-northeast-1", "us-east-1", "eu-central-1"])("in %s", (region) => {
  test.each(NAMES)("the example “%s” can be bought in every way that it compares", async (name) => {
    const { answer } = await answeredSimulation(
      inputsOfExample(name, { ...DEFAULT_INPUTS, region }),
    );
    expect(answer.unavailable).toEqual([]);
    expect(answer.verdict.functions).not.toBeNull();
    expect(answer.verdict.machine?.capacity?.carriesLoad).toBe(true);
  });
});

describe("the examples", () => {
  test("have answers of both kinds between them", async () => {
    const cheaper = await Promise.all(
      NAMES.map(async (name) => {
        const { answer } = await answeredSimulation(inputsOfExample(name, DEFAULT_INPUTS));
        return [name, answer.verdict.cheaper] as const;
      }),
    );
    expect(Object.fromEntries(cheaper)).toEqual({
      api: "machine",
      images: "function",
      batch: "function",
      webhook: "function",
      inference: "machine",
    });
  });

  test("leave the place and the money as the visitor has chosen them", () => {
    const chosen = { ...DEFAULT_INPUTS, region: "us-east-1", currency: "JPY" as const };
    for (const name of NAMES) {
      const { region, currency, exchangeRate } = inputsOfExample(name, {
        ...chosen,
        exchangeRate: 140,
        memoryMb: 1024,
      });
      expect([region, currency, exchangeRate]).toEqual(["us-east-1", "JPY", 140]);
    }
  });

  test.each(NAMES)("“%s” can be passed on as a link", (name) => {
    const inputs = inputsOfExample(name, DEFAULT_INPUTS);
    expect(fromFragment(toFragment(inputs))).toEqual(inputs);
  });
});

describe("the savings", () => {
  test("are those against the other kind and against the next cheapest", async () => {
    const { answer } = await answeredSimulation(inputsOfExample("images", DEFAULT_INPUTS));
    const costs = new Map(answer.comparison.offers.map(({ id, monthlyCost }) => [id, monthlyCost]));
    const cheapest = Math.min(...[...costs.values()].map((cost) => cost ?? Infinity));
    const savings = savingsOf(answer);
    expect(savings.map(({ against, isOtherKind }) => [against.id, isOtherKind])).toEqual([
      ["oci/VM.Standard.E4.Flex_1_4", true],
      ["aws_lambda/x86_64", false],
    ]);
    for (const { against, perMonth } of savings) {
      expect(perMonth).toBeCloseTo((costs.get(against.id) ?? 0) - cheapest, 9);
    }
  });

  test("name an offer once that is both the other kind and the next cheapest", async () => {
    const { answer } = await answeredSimulation({
      functions: DEFAULT_INPUTS.functions.slice(0, 1),
    });
    expect(savingsOf(answer).map(({ isOtherKind }) => isOtherKind)).toEqual([true]);
  });

  test("do not name an offer that costs the same", async () => {
    // So few requests that both of Lambda's architectures are paid by the request alone.
    const { answer } = await answeredSimulation({});
    expect(answer.comparison.verdict.runnerUp).toBe("aws_lambda/x86_64");
    expect(savingsOf(answer).map(({ isOtherKind }) => isOtherKind)).toEqual([true]);
  });

  test("are none where nothing can be bought", async () => {
    const { answer } = await answeredSimulation({ functions: [], machines: [] });
    expect(savingsOf(answer)).toEqual([]);
  });
});
