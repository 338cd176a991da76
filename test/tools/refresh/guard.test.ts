import { describe, expect, test } from "vitest";
import type { Change, Outcome } from "../../../tools/refresh/changes.ts";
import { findingsTable, guard, GUARD_LIMITS } from "../../../tools/refresh/guard.ts";

function outcome(changes: readonly Change[], rest: Partial<Outcome> = {}): Outcome {
  const nothing = { confirmed: 0, leftOut: [], missing: [], outdated: [], coverage: [] };
  return { name: "aws/us-east-1", changes, ...nothing, ...rest };
}

function price(before: number | null, after: number | null, rest = {}): Change {
  return { kind: "price", what: "m9.large", of: "machine", before, after, ...rest };
}

const reasons = (changes: readonly Change[], rest: Partial<Outcome> = {}) =>
  guard([outcome(changes, rest)], [], GUARD_LIMITS).map(({ reason }) => reason);

describe("the guard lets pass", () => {
  test.each([
    ["a price that rises by 30 %", price(0.1, 0.13)],
    ["a price that falls by 30 %", price(1, 0.7)],
    ["a new price", price(null, 5)],
    ["a new type", { kind: "type", what: "m9.large", before: null, after: "2 vCPUs" } as const],
    ["a spot price that doubles nearly", price(1, 1.9, { purchase: "spot" })],
    ["a type that is not spare any more", price(1, null, { purchase: "spot" })],
  ])("%s", (_, change) => {
    expect(reasons([change])).toEqual([]);
  });

  test("half of the types", () => {
    const coverage = [{ title: "The list", date: "2026-01-01", expected: 10, read: 5 }];
    expect(reasons([], { coverage })).toEqual([]);
  });
});

describe("the guard stops", () => {
  test.each([
    ["a price that rises by more than 30 %", price(1, 1.31), "1 → 1.31 (+31.0 %)"],
    ["a price that falls by more than 30 %", price(1, 0.69), "1 → 0.69 (-31.0 %)"],
    ["a price of 0", price(1, 0), "1 → 0"],
    ["a new price of 0", price(null, 0), "new, at a price of 0"],
    ["tiny prices, in plain decimals", price(2e-7, 4e-7), "0.0000002 → 0.0000004 (+100.0 %)"],
    ["a price for what was free", price(0, 1), "0 → 1"],
    ["a spot price that doubles", price(1, 2, { purchase: "spot" }), "1 → 2 (+100.0 %)"],
    ["a price that is gone", price(1, null), "not listed any more"],
    [
      "a type that is gone",
      { kind: "type", what: "m9.large", before: "2 vCPUs", after: null } as const,
      "not listed any more",
    ],
    [
      "a type that changes its size",
      { kind: "type", what: "m9.large", before: "2 vCPUs", after: "4 vCPUs" } as const,
      "2 vCPUs → 4 vCPUs",
    ],
    [
      "other bounds of tiers",
      { kind: "terms", what: "egress", before: "10 free", after: "20 free" } as const,
      "10 free → 20 free",
    ],
  ])("%s", (_, change, reason) => {
    expect(reasons([change])).toEqual([reason]);
  });

  test("a meter that is missing", () => {
    expect(reasons([], { missing: ["aws_lambda requests"] })).toEqual(["not listed any more"]);
  });

  test("an older source", () => {
    expect(reasons([], { outdated: ["egress"] })).toEqual(["an older source would change it"]);
  });

  test("fewer than half of the types", () => {
    const coverage = [{ title: "The list", date: "2026-01-01", expected: 10, read: 4 }];
    expect(reasons([], { coverage })).toEqual(["only 4 of 10 are in The list"]);
  });

  test("a region that is gone", () => {
    const gone = { provider: "aws", region: "us-west-9", source: "The list" } as const;
    expect(guard([], [gone], GUARD_LIMITS)).toMatchObject([
      { name: "aws/us-west-9", reason: "not in The list any more" },
    ]);
  });

  test("by limits that the caller chooses", () => {
    const limits = { ...GUARD_LIMITS, largestMove: 0.01 };
    expect(guard([outcome([price(1, 1.02)])], [], limits)).toHaveLength(1);
  });
});

test("findings are a table, the largest move first", () => {
  const changes = [
    { ...price(1, 1.4), what: "small" },
    { ...price(1, 3), what: "the largest" },
    { ...price(1, 0.5), what: "middle" },
  ];
  expect(findingsTable(guard([outcome(changes)], [], GUARD_LIMITS)).split("\n")).toEqual([
    "aws/us-east-1  the largest  1 → 3 (+200.0 %)",
    "aws/us-east-1  middle       1 → 0.5 (-50.0 %)",
    "aws/us-east-1  small        1 → 1.4 (+40.0 %)",
  ]);
});
