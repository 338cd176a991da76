import { describe, expect, test } from "vitest";
import type { RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { RateCardFileSchema } from "../../../shared/schema/rate-card.ts";
import { rowsOf } from "../../../tools/rate-cards/machine-rows.ts";
import { knownTypes } from "../../../tools/refresh/known-types.ts";
import { mergeCard } from "../../../tools/refresh/merge.ts";
import type {
  ObservedMachine,
  ObservedMachines,
  Observation,
} from "../../../tools/refresh/observation.ts";
import { meter, OLD_ORIGIN, OLD_SOURCE, row, smallCard } from "./_cards.ts";

const CARD = smallCard(
  "aws",
  "us-east-1",
  [
    row("m9.large", { on_demand: 0.1, commitment_1y: 0.07 }),
    row("m9.xlarge", { on_demand: 0.2, commitment_1y: 0.14 }, { vcpu: 4, memoryMb: 8192 }),
    row("t3.micro", { on_demand: 0.01 }, { memoryMb: 1024, baseline: 0.1 }),
  ],
  {
    services: { aws_lambda: { requests: meter("request", 0.0000002, 1_000_000) } },
    egress: meter("GB", 0.09, 100),
  },
);
const NEWER = "2026-01-01";
const SAME_AGE = OLD_SOURCE.date;

function observe(rest: Partial<Observation>, date = NEWER): Observation {
  return {
    provider: "aws",
    region: "us-east-1",
    sourceId: "list",
    source: { title: "The list", url: "https://example.com/", date },
    ...rest,
  };
}

/** The machines of the card as the source would list them, with changes. */
function listed(
  changes: readonly ObservedMachine[] = [],
  gone: readonly string[] = [],
): ObservedMachines {
  const changed = new Map(changes.map((type) => [type.name, type]));
  const present = rowsOfCard(CARD).map(({ name, prices }) => ({
    name,
    prices: Object.fromEntries(
      Object.entries(prices).map(([purchase, { unitPrice }]) => [purchase, unitPrice]),
    ),
  }));
  const names = new Set(present.map(({ name }) => name));
  return {
    complete: ["on_demand", "commitment_1y"],
    types: [
      ...present.map((type) => changed.get(type.name) ?? type),
      ...changes.filter(({ name }) => !names.has(name)),
    ].filter(({ name }) => !gone.includes(name)),
    note: "As listed.",
  };
}

function rowsOfCard({ machine_types: table }: RateCardFile) {
  return table === undefined ? [] : rowsOf(table);
}

function merge(card: RateCardFile, ...observations: Observation[]) {
  const merged = mergeCard(card, observations, knownTypes([card], "aws"));
  expect(RateCardFileSchema.safeParse(merged.card).success).toBe(true);
  return merged;
}

function priceIn(
  card: RateCardFile,
  name: string,
  purchase: "commitment_1y" | "on_demand" = "on_demand",
) {
  return rowsOfCard(card).find((type) => type.name === name)?.prices[purchase];
}

describe("the same prices", () => {
  test.each([SAME_AGE, "2023-01-01"])("in a source of %s change nothing", (date) => {
    const merged = merge(CARD, observe({ machines: listed() }, date));
    expect(merged.card).toBe(CARD);
    expect(merged.changes).toEqual([]);
    expect(merged.confirmed).toBe(0);
  });

  test("in a newer source take it for their origin", () => {
    const merged = merge(CARD, observe({ machines: listed() }));
    expect(merged.changes).toEqual([]);
    expect(merged.confirmed).toBe(5);
    expect(priceIn(merged.card, "m9.large")).toEqual({
      unitPrice: 0.1,
      from: { source: "list", confidence: "high", note: "As listed." },
    });
    expect(merged.card.as_of).toBe(NEWER);
    // What the source does not speak of is as it was.
    expect(merged.card.egress).toEqual(CARD.egress);
    expect(merged.card.sources).toEqual({ ...CARD.sources, list: observe({}).source });
  });

  test("are the same card however often they are merged", () => {
    const once = merge(CARD, observe({ machines: listed() }));
    const twice = merge(once.card, observe({ machines: listed() }));
    expect(twice.card).toBe(once.card);
  });
});

describe("other prices", () => {
  test("replace those of the card, and are listed", () => {
    const cheaper = { name: "m9.large", prices: { on_demand: 0.09, commitment_1y: 0.07 } };
    const merged = merge(CARD, observe({ machines: listed([cheaper]) }, SAME_AGE));
    expect(merged.changes).toEqual([
      {
        kind: "price",
        what: "m9.large, on_demand",
        of: "machine",
        purchase: "on_demand",
        before: 0.1,
        after: 0.09,
      },
    ]);
    expect(priceIn(merged.card, "m9.large")?.unitPrice).toBe(0.09);
    expect(priceIn(merged.card, "m9.large", "commitment_1y")?.from).toEqual(OLD_ORIGIN);
    expect(priceIn(merged.card, "m9.xlarge")).toEqual(priceIn(CARD, "m9.xlarge"));
    expect(merged.outdated).toEqual([]);
  });

  test("of a source that is older than the card are pointed out", () => {
    const cheaper = { name: "t3.micro", prices: { on_demand: 0.009 } };
    const merged = merge(CARD, observe({ machines: listed([cheaper]) }, "2020-01-01"));
    expect(merged.outdated).toEqual(["t3.micro, on_demand"]);
  });
});

describe("machine types", () => {
  test("that are new are added when their size is known", () => {
    const known = { name: "m9.2xlarge", vcpu: 8, memoryMb: 16_384, architecture: "arm64" } as const;
    const types = [
      { ...known, name: "g9.large", prices: { on_demand: 0.4 } },
      { name: "x9.large", prices: { on_demand: 1 } },
      { ...known, name: "t9.large", prices: { on_demand: 1 } },
      { ...known, name: "z9.large", prices: { on_demand: 0 } },
    ];
    const merged = merge(CARD, observe({ machines: listed(types) }));
    expect(rowsOfCard(merged.card).find(({ name }) => name === "g9.large")).toMatchObject({
      vcpu: 8,
      memoryMb: 16_384,
      arm64: true,
    });
    expect(merged.leftOut).toEqual([
      "x9.large: its vCPUs and memory are not known",
      "t9.large: burstable, and what it sustains is not known",
      "z9.large: no price but 0",
    ]);
  });

  test("that another region's card knows need no size", () => {
    const elsewhere = smallCard("aws", "eu-west-1", [row("g9.large", { on_demand: 0.5 })]);
    const known = knownTypes([CARD, elsewhere], "aws");
    const types = listed([{ name: "g9.large", prices: { on_demand: 0.4 } }]);
    const { card } = mergeCard(CARD, [observe({ machines: types })], known);
    expect(priceIn(card, "g9.large")?.unitPrice).toBe(0.4);
  });

  test("that are listed no more are gone", () => {
    const merged = merge(CARD, observe({ machines: listed([], ["m9.large"]) }));
    expect(rowsOfCard(merged.card).map(({ name }) => name)).toEqual(["m9.xlarge", "t3.micro"]);
    expect(merged.changes.filter(({ after }) => after === null)).toHaveLength(3);
  });

  test("that are sold in one way no more keep the others", () => {
    const onDemandOnly = { name: "m9.large", prices: { on_demand: 0.1 } };
    const { card } = merge(CARD, observe({ machines: listed([onDemandOnly]) }));
    expect(priceIn(card, "m9.large")?.unitPrice).toBe(0.1);
    expect(priceIn(card, "m9.large", "commitment_1y")).toBeUndefined();
  });

  test("that the source does not cover stay as they are", () => {
    const machines = listed([], ["m9.large"]);
    const covers = (name: string) => name !== "m9.large";
    const { card } = merge(CARD, observe({ machines: { ...machines, covers } }));
    expect(priceIn(card, "m9.large")).toEqual(priceIn(CARD, "m9.large"));
    expect(card.sources["old"]).toEqual(OLD_SOURCE);
  });

  test("that changed their size get the new one", () => {
    const larger = { name: "t3.micro", vcpu: 4, prices: { on_demand: 0.01 } };
    const merged = merge(CARD, observe({ machines: listed([larger]) }, SAME_AGE));
    expect(merged.changes).toEqual([
      {
        kind: "type",
        what: "t3.micro",
        before: "2 vCPUs, 1024 MB, x86_64",
        after: "4 vCPUs, 1024 MB, x86_64",
      },
    ]);
  });
});

describe("meters", () => {
  const requests = (price: number, free?: number) =>
    ({
      aws_lambda: {
        requests: {
          unit: "request",
          ...(free === undefined ? {} : { free }),
          tiers: [[null, price]],
        },
      },
    }) satisfies Observation["services"];

  test("keep an allowance that the source does not speak of", () => {
    const { card } = merge(CARD, observe({ services: requests(0.0000003) }));
    expect(card.services["aws_lambda"]?.["requests"]).toEqual({
      unit: "request",
      free: 1_000_000,
      tiers: [[null, 0.0000003]],
      source: "list",
      confidence: "high",
    });
  });

  test("lose an allowance that the source says is none", () => {
    const { card, changes } = merge(CARD, observe({ services: requests(0.0000002, 0) }));
    expect(card.services["aws_lambda"]?.["requests"]).not.toHaveProperty("free");
    expect(changes.map(({ kind }) => kind)).toEqual(["terms"]);
  });

  test("that are new are added, and those that are missing stay and are pointed out", () => {
    const services = {
      aws_lambda: { requests: null, more: { unit: "GB", tiers: [[null, 1]] as const } },
    };
    const merged = merge(CARD, observe({ services, egress: null }));
    expect(merged.missing).toEqual(["aws_lambda requests", "egress"]);
    expect(merged.card.services["aws_lambda"]?.["requests"]).toEqual(
      CARD.services["aws_lambda"]?.["requests"],
    );
    expect(merged.card.services["aws_lambda"]?.["more"]?.source).toBe("list");
  });
});

test("what a source need not list is missed only once the card has it from there", () => {
  const unlisted = { services: { aws_lambda: { requests: undefined } } };
  expect(merge(CARD, observe(unlisted)).missing).toEqual([]);
  const price = { unit: "request", tiers: [[null, 0.0000002]] as const };
  const first = merge(CARD, observe({ services: { aws_lambda: { requests: price } } })).card;
  const { missing, card } = merge(first, observe(unlisted, "2026-02-02"));
  expect(missing).toEqual(["aws_lambda requests"]);
  expect(card).toBe(first);
});

test("the very list that a card was read from is no other source", () => {
  const first = merge(CARD, observe({ machines: listed() })).card;
  const cheaper = { name: "m9.large", prices: { on_demand: 0.09, commitment_1y: 0.07 } };
  const second = merge(first, observe({ machines: listed([cheaper]) })).card;
  const third = merge(second, observe({ machines: listed() })).card;
  expect(Object.keys(second.sources)).toEqual(Object.keys(first.sources));
  expect(third).toEqual(first);
});

test("a source keeps its id, and what remains of an earlier day gets the day behind it", () => {
  const first = merge(CARD, observe({ machines: listed() })).card;
  const partly = { complete: [], types: [{ name: "t3.micro", prices: { on_demand: 0.01 } }] };
  const second = merge(first, observe({ machines: partly }, "2026-02-02")).card;
  expect(priceIn(second, "t3.micro")?.from.source).toBe("list");
  expect(priceIn(second, "m9.large")?.from.source).toBe(`list-${NEWER}`);
  expect(Object.entries(second.sources).map(([id, { date }]) => [id, date])).toEqual([
    ["old", SAME_AGE],
    ["list", "2026-02-02"],
    [`list-${NEWER}`, NEWER],
  ]);
});
