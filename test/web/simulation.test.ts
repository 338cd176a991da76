import { costAt } from "../../shared/engine/curve.ts";
import { describe, expect, test } from "vitest";
import { DEFAULT_INPUTS } from "../../web/state/default-inputs.ts";
import { FUNCTION_CHOICES } from "../../web/state/function-choices.ts";
import { Simulation } from "../../web/state/simulation.ts";
import { answeredSimulation, answerOf, CATALOG, readStarterCards } from "./_simulation.ts";

describe("a simulation", () => {
  test("answers the default question with every offer priced", async () => {
    const { simulation, answer } = await answeredSimulation();
    expect(simulation.status).toBe("ready");
    expect(answer.comparison.offers.map(({ id }) => id)).toEqual([
      "aws_lambda/arm64",
      "aws_lambda/x86_64",
      "aws_ec2/t4g.small",
      "google_cloud/e2-small",
      "azure/Standard_B2ats_v2",
      "oci/VM.Standard.E4.Flex_1_8",
      "sakura_cloud/2core_2gb",
    ]);
    expect(answer.unavailable).toEqual([]);
    expect(answer.verdict.functions?.offer.kind).toBe("function");
    expect(answer.verdict.machine?.capacity?.carriesLoad).toBe(true);
  });

  test("answers at once when the prices are there", async () => {
    const { simulation } = await answeredSimulation();
    simulation.update({ memoryMb: 1024 });
    expect(answerOf(simulation).inputs.memoryMb).toBe(1024);
  });

  test("prices another place when it is chosen", async () => {
    const { simulation, answer } = await answeredSimulation();
    simulation.update({ region: "us-east-1" });
    expect(simulation.status).toBe("loading");
    expect(simulation.answer).toBe(answer);
    await simulation.answerInputs();
    expect(answerOf(simulation).comparison.offers[0]?.region).toBe("us-east-1");
  });

  test("shows the answer to the last of several quick changes", async () => {
    const simulation = new Simulation(CATALOG);
    simulation.update({ region: "us-east-1" });
    simulation.update({ region: "ap-northeast-1", memoryMb: 2048 });
    await simulation.answerInputs();
    const { inputs } = answerOf(simulation);
    expect([inputs.region, inputs.memoryMb]).toEqual(["ap-northeast-1", 2048]);
  });

  test("names an offer beyond a service's limit as unavailable and prices the others", async () => {
    const { answer } = await answeredSimulation({ durationMs: 1_000_000 });
    expect(answer.unavailable.map(({ id, problem }) => [id, problem?.code])).toEqual([
      ["aws_lambda/arm64", "over_service_limit"],
      ["aws_lambda/x86_64", "over_service_limit"],
    ]);
    expect(answer.comparison.offers.length).toBe(5);
    expect(answer.verdict.functions).toBeNull();
  });

  test("names a machine whose memory holds no request as unavailable", async () => {
    const { answer } = await answeredSimulation({ memoryMb: 1024 });
    expect(answer.unavailable).toMatchObject([{ id: "azure/Standard_B2ats_v2", problem: null }]);
  });

  test("names a machine type that the place does not have as unavailable", async () => {
    const machines = [
      { service: "aws_ec2", instanceType: "t9.giant", purchase: "on_demand" } as const,
    ];
    const { answer } = await answeredSimulation({ machines });
    expect(answer.unavailable[0]?.problem?.code).toBe("unknown_machine_type");
  });

  test("keeps a fixed machine that is too small, but out of the verdict", async () => {
    const { answer } = await answeredSimulation({
      sizing: "fixed",
      requestsPerMonth: 100_000_000,
      machines: [{ service: "aws_ec2", instanceType: "t4g.small", purchase: "on_demand" }],
    });
    expect(answer.comparison.offers.at(-1)?.capacity?.carriesLoad).toBe(false);
    expect(answer.verdict.machine).toBeNull();
    expect(answer.verdict.cheaper).toBe("function");
  });

  test("finds the turn of fixed machines among those that carry the load there", async () => {
    const { answer } = await answeredSimulation({ sizing: "fixed" });
    const { upTo, limit, functions } = answer.verdict;
    expect(limit).toBe("turn");
    // Nobody who carries so much may be cheaper just below, and a machine must be just above.
    const costs = (load: number) =>
      answer.comparison.offers.flatMap(({ offer, curve, capacity }) => {
        if (curve === null) return [];
        const carried = capacity === null ? Infinity : capacity.requestsPerMachine;
        return carried < load ? [] : [{ kind: offer.kind, cost: costAt(curve, load) }];
      });
    const cheapest = (load: number) => costs(load).toSorted((a, b) => a.cost - b.cost)[0]?.kind;
    expect(functions).not.toBeNull();
    for (let load = 2_628_000; load < (upTo ?? 0); load += 100_000) {
      expect(cheapest(load)).toBe("function");
    }
    expect(cheapest((upTo ?? 0) * (1 + 1e-9))).toBe("machine");
  });

  test("uses a provider's own egress rate for its functions and its machines", async () => {
    const { answer } = await answeredSimulation({
      customEgressRates: { aws: 1 },
      includeEgressFreeTier: false,
    });
    const egress = answer.comparison.offers
      .filter(({ offer }) => ["aws_lambda", "aws_ec2"].includes(offer.service))
      .map(({ lineItems }) => lineItems.find(({ meter }) => meter === "egress"));
    expect(egress.map((line) => line?.amount)).toEqual(egress.map((line) => line?.quantity));
  });

  test("prices every function service whose price is known", async () => {
    const { answer } = await answeredSimulation({
      functions: FUNCTION_CHOICES,
      machines: [],
      memoryMb: 128,
    });
    expect(answer.unavailable).toMatchObject([
      { id: "aws_fargate_task/arm64", problem: { code: "no_price" } },
    ]);
    expect(answer.comparison.offers.length).toBe(FUNCTION_CHOICES.length - 1);
    expect(answer.verdict.machine).toBeNull();
  });

  test("says that it failed when prices cannot be loaded, and recovers", async () => {
    let isDown = true;
    const simulation = new Simulation({
      index: CATALOG.index,
      card: (key) => (isDown ? Promise.reject(new Error("down")) : CATALOG.card(key)),
    });
    await simulation.answerInputs();
    expect(simulation.status).toBe("failed");
    isDown = false;
    await simulation.answerInputs();
    expect(simulation.status).toBe("ready");
  });

  test("keeps an offer's colour while others come and go", async () => {
    const { simulation } = await answeredSimulation();
    const before = simulation.slots.slotOf("sakura_cloud/2core_2gb");
    simulation.update({ machines: DEFAULT_INPUTS.machines.slice(2) });
    expect(simulation.slots.slotOf("sakura_cloud/2core_2gb")).toBe(before);
  });
});

describe("the cut-down cards of the first answer", () => {
  test("give the same answer as the whole cards", async () => {
    const simulation = new Simulation(
      { index: CATALOG.index, card: () => Promise.reject(new Error("not asked")) },
      readStarterCards,
    );
    await simulation.answerInputs();
    const { answer } = await answeredSimulation();
    expect(answerOf(simulation).comparison).toEqual(answer.comparison);
  });

  test("are followed by a whole card for a machine type that they lack", async () => {
    const asked: string[] = [];
    const simulation = new Simulation(
      {
        index: CATALOG.index,
        card: (key) => {
          asked.push(key.provider);
          return CATALOG.card(key);
        },
      },
      readStarterCards,
    );
    await simulation.answerInputs();
    const added = { service: "aws_ec2", instanceType: "t3.micro", purchase: "on_demand" } as const;
    simulation.update({ machines: [...DEFAULT_INPUTS.machines, added] });
    await simulation.answerInputs();
    expect(asked).toEqual(["aws"]);
    expect(answerOf(simulation).comparison.offers.at(-1)?.id).toBe("aws_ec2/t3.micro");
  });

  test("are not missed when they cannot be read", async () => {
    const simulation = new Simulation(CATALOG, () => Promise.reject(new Error("down")));
    await simulation.answerInputs();
    expect(simulation.status).toBe("ready");
  });
});

describe("the verdict", () => {
  test("turns exactly where the cheaper kind changes", async () => {
    const { answer } = await answeredSimulation({
      machines: [{ service: "sakura_cloud", instanceType: "2core_2gb", purchase: "on_demand" }],
    });
    const { cheaper, upTo, machine } = answer.verdict;
    expect(cheaper).toBe("function");
    const curve = machine?.curve ?? null;
    if (upTo === null || curve === null) throw new Error("there is a turn");
    const cheapestFunction = Math.min(
      ...answer.comparison.offers.flatMap((priced) =>
        priced.offer.kind === "function" && priced.curve !== null
          ? [costAt(priced.curve, upTo)]
          : [],
      ),
    );
    expect(costAt(curve, upTo)).toBeCloseTo(cheapestFunction, 6);
  });

  test("ends where a fixed machine carries no more", async () => {
    const machines = [
      { service: "sakura_cloud", instanceType: "2core_2gb", purchase: "on_demand" } as const,
    ];
    const { answer } = await answeredSimulation({
      sizing: "fixed",
      machines,
      requestsPerMonth: 20_000_000,
    });
    const { cheaper, upTo, limit, machine } = answer.verdict;
    expect([cheaper, limit]).toEqual(["machine", "capacity"]);
    expect(upTo).toBe(machine?.capacity?.requestsPerMachine);
  });

  test("does not turn to a fixed machine beyond what it carries", async () => {
    const machines = [
      { service: "aws_ec2", instanceType: "t4g.small", purchase: "on_demand" } as const,
    ];
    const { answer } = await answeredSimulation({ sizing: "fixed", machines });
    const { cheaper, upTo, limit, machine } = answer.verdict;
    expect([cheaper, limit]).toEqual(["function", "capacity"]);
    expect(upTo).toBe(machine?.capacity?.requestsPerMachine);
  });
});
