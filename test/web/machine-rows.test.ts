import { beforeAll, describe, expect, test } from "vitest";
import { openRateCard, type RateCard } from "../../shared/catalog/card.ts";
import {
  MACHINE_SERVICES,
  type MachineServiceId,
  type ProviderId,
} from "../../shared/catalog/providers.ts";
import { DEFAULT_INPUTS } from "../../web/state/default-inputs.ts";
import type { SimulationInputs } from "../../web/state/inputs.ts";
import {
  listedMachines,
  NO_FILTER,
  type MachineFilter,
  type Sorting,
} from "../../web/state/machine-filter.ts";
import { MachinePricer, suggestedMachines, type MachineRow } from "../../web/state/machine-rows.ts";
import { answeredSimulation, CATALOG } from "./_simulation.ts";

const REGIONS: readonly (readonly [ProviderId, string])[] = [
  ["aws", "ap-northeast-1"],
  ["google", "asia-northeast1"],
  ["azure", "japaneast"],
  ["oci", "ap-tokyo-1"],
  ["sakura", "tk1"],
];
const cards = new Map<ProviderId, RateCard>();

beforeAll(async () => {
  for (const [provider, region] of REGIONS) {
    cards.set(provider, openRateCard(await CATALOG.card({ provider, region })));
  }
});

function cardOf(provider: ProviderId): RateCard {
  const card = cards.get(provider);
  if (card === undefined) throw new Error(`no card of ${provider}`);
  return card;
}

function pricer(service: MachineServiceId, patch: Partial<SimulationInputs> = {}): MachinePricer {
  return new MachinePricer(
    service,
    { ...DEFAULT_INPUTS, ...patch },
    cardOf(MACHINE_SERVICES[service]),
  );
}

describe("the machine types of a place", () => {
  test("cost what the comparison says", async () => {
    const patch = { requestsPerMonth: 200_000_000, currency: "JPY" as const };
    const { answer } = await answeredSimulation(patch);
    for (const { offer, monthlyCost, capacity } of answer.comparison.offers) {
      if (offer.kind === "function") continue;
      const row = pricer(offer.service, patch).row(offer.instanceType, offer.purchase);
      expect(row?.monthlyCost).toBeCloseTo(monthlyCost ?? 0, 6);
      expect(row?.machines).toBe(capacity?.machines);
    }
  });

  test("of Lambda Managed Instances run at least three times, and more often where that is asked for", () => {
    const counted = (minimumMachines: number) =>
      pricer("aws_lambda_managed_instances", { minimumMachines }).row("m7g.large", "on_demand");
    expect([1, 2, 3, 4].map((least) => counted(least)?.machines)).toEqual([3, 3, 3, 4]);
  });

  test("have the price of an hour of one machine", () => {
    expect(pricer("aws_ec2").row("t4g.small", "on_demand")?.hourlyCost).toBeCloseTo(0.0216, 10);
  });

  test("are those that are sold in the way that is asked for", () => {
    const onDemand = pricer("aws_ec2").rows("on_demand");
    const spot = pricer("google_cloud").rows("spot");
    expect(onDemand.length).toBe(cardOf("aws").machineNames.length);
    expect(spot.length).toBeGreaterThan(0);
    expect(pricer("sakura_cloud").rows("spot")).toEqual([]);
  });

  test("that cannot hold one request are listed without a number of machines", () => {
    const row = pricer("aws_ec2", { memoryMb: 2048 }).row("t4g.nano", "on_demand");
    expect([row?.machines, row?.monthlyCost]).toEqual([null, null]);
  });

  test("are counted as the load needs, even where a number of machines is set", () => {
    const fixed = { sizing: "fixed", fixedMachines: 7, requestsPerMonth: 200_000_000 } as const;
    const peak = { requestsPerMonth: 200_000_000 };
    expect(pricer("aws_ec2", fixed).row("t4g.small", "on_demand")).toEqual(
      pricer("aws_ec2", peak).row("t4g.small", "on_demand"),
    );
  });

  test("include sizes of shapes and containers that are named", () => {
    expect(pricer("oci").row("VM.Standard.E4.Flex_3_7", "on_demand")?.memoryMb).toBe(7168);
    expect(pricer("aws_fargate").row("1_2", "on_demand")?.memoryMb).toBe(2048);
    expect(pricer("oci").row("VM.Standard.E4.Flex_3_9999", "on_demand")).toBeNull();
    expect(pricer("aws_fargate").rows("on_demand").length).toBe(18);
  });

  test("take prices of the visitor's own", () => {
    const customPrices = [
      {
        provider: "aws" as const,
        instanceType: "t4g.*",
        change: { discountPercent: 50 },
      },
    ];
    const own = pricer("aws_ec2", { customPrices }).row("t4g.small", "on_demand");
    expect(own?.hourlyCost).toBeCloseTo(0.0108, 10);
  });
});

describe("suggestions", () => {
  test("are each provider's cheapest that carry the load, the cheapest first", () => {
    const inputs = { ...DEFAULT_INPUTS, requestsPerMonth: 60_000_000 };
    const suggested = suggestedMachines(inputs, cardOf) ?? [];
    expect(suggested.map(({ service }) => service).toSorted()).toEqual(
      ["aws_ec2", "azure", "google_cloud", "oci", "sakura_cloud"].toSorted(),
    );
    const costs = suggested.map(({ monthlyCost }) => monthlyCost ?? Infinity);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    for (const { service, monthlyCost } of suggested) {
      const all = new MachinePricer(service, inputs, cardOf(MACHINE_SERVICES[service])).rows(
        "on_demand",
      );
      const least = Math.min(...all.map((row) => row.monthlyCost ?? Infinity));
      expect(monthlyCost).toBe(least);
    }
  });

  test("wait until every card is there", () => {
    const asked: ProviderId[] = [];
    const suggested = suggestedMachines(DEFAULT_INPUTS, (provider) => {
      asked.push(provider);
      return provider === "azure" ? null : cardOf(provider);
    });
    expect(suggested).toBeNull();
    expect(asked.length).toBe(5);
  });
});

describe("the list of machine types", () => {
  let rows: readonly MachineRow[];
  beforeAll(() => {
    rows = pricer("aws_ec2", { memoryMb: 2048 }).rows("on_demand");
  });
  const BY_COST: Sorting = { key: "monthlyCost", descending: false };
  const listed = (filter: Partial<MachineFilter>, sorting = BY_COST) =>
    listedMachines(rows, { ...NO_FILTER, ...filter }, sorting, () => "Amazon EC2");

  test("is searched by all words of the service's and the type's name", () => {
    const names = listed({ text: "ec2  T4G." }).map(({ instanceType }) => instanceType);
    expect(names.length).toBeGreaterThan(3);
    expect(names.every((name) => name.startsWith("t4g."))).toBe(true);
    expect(listed({ text: "azure t4g" })).toEqual([]);
  });

  test("is filtered by vCPUs, memory, architecture, burstable types and what carries the load", () => {
    expect(listed({ leastVcpu: 8 }).every(({ vcpu }) => vcpu >= 8)).toBe(true);
    expect(listed({ leastMemoryGb: 16 }).every(({ memoryMb }) => memoryMb >= 16_384)).toBe(true);
    expect(listed({ arm64Only: true }).every(({ isArm64 }) => isArm64)).toBe(true);
    expect(listed({ withoutBurstable: true }).some(({ isBurstable }) => isBurstable)).toBe(false);
    expect(listed({}).some(({ machines }) => machines === null)).toBe(false);
    expect(listed({ carryingOnly: false }).length).toBe(rows.length);
  });

  test("is sorted both ways, with what has no cost at the end", () => {
    const up = listed({ carryingOnly: false });
    const down = listed({ carryingOnly: false }, { key: "monthlyCost", descending: true });
    const costsUp = up.flatMap(({ monthlyCost }) => monthlyCost ?? []);
    expect(costsUp).toEqual(costsUp.toSorted((a, b) => a - b));
    const costsDown = down.flatMap(({ monthlyCost }) => monthlyCost ?? []);
    expect(costsDown).toEqual(costsUp.toReversed());
    expect(up.at(-1)?.monthlyCost).toBeNull();
    expect(down.at(-1)?.monthlyCost).toBeNull();
  });
});
