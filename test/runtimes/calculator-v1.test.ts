import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allRuntimes, type Runtime } from "../_runtimes.ts";

/** An answer recorded from the system that this one replaces. */
interface RecordedCase {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
  readonly body: unknown;
  readonly expect: {
    readonly status: number;
    readonly approx?: Readonly<Record<string, number>>;
    readonly points?: readonly (readonly [number, number, Readonly<Record<string, number>>])[];
    readonly csv?: string;
  };
}

const CASES = gunzipSync(
  readFileSync(new URL("../acceptance/calculator-v1.jsonl.gz", import.meta.url)),
)
  .toString("utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as RecordedCase);

const RELATIVE_TOLERANCE = 1e-9;

describe("every answer recorded from the old calculator is reproduced", () => {
  let runtimes: Runtime[] = [];
  beforeAll(async () => {
    runtimes = await allRuntimes();
  });
  afterAll(() => Promise.all(runtimes.map((runtime) => runtime.close())));

  const kinds = [...new Set(CASES.map(({ kind }) => kind))];
  test.each(kinds)("%s, on each platform", async (kind) => {
    const cases = CASES.filter((recorded) => recorded.kind === kind);
    expect(cases.length).toBeGreaterThan(0);
    for (const runtime of runtimes) {
      for (const recorded of cases) await expectReproduced(runtime, recorded);
    }
  });
});

async function expectReproduced(runtime: Runtime, recorded: RecordedCase): Promise<void> {
  const where = `${recorded.id} on ${runtime.name}`;
  const response = await runtime.fetch(recorded.path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(recorded.body),
  });
  const text = await response.text();
  expect(response.status, `${where}: ${text}`).toBe(recorded.expect.status);
  const { approx, points, csv } = recorded.expect;
  if (csv !== undefined) {
    expect(text, where).toBe(csv);
    return;
  }
  const answer = JSON.parse(text) as unknown;
  for (const [path, expected] of Object.entries(approx ?? {})) {
    expectClose(at(answer, path), expected, `${where}: ${path}`);
  }
  if (points === undefined) return;
  const data = at(answer, "data.comparison_data") as readonly unknown[];
  expect(data, where).toHaveLength(points.length);
  for (const [index, [executions, lambdaCost, vmCosts]] of points.entries()) {
    expect(at(data[index], "executions_per_month"), where).toBe(executions);
    expectClose(at(data[index], "lambda_cost_usd"), lambdaCost, `${where}: point ${index}`);
    const costs = (data[index] as { vm_costs: Record<string, number> }).vm_costs;
    expect(Object.keys(costs).toSorted(), where).toEqual(Object.keys(vmCosts).toSorted());
    for (const [name, cost] of Object.entries(vmCosts)) {
      expectClose(costs[name], cost, `${where}: point ${index} ${name}`);
    }
  }
}

function expectClose(actual: unknown, expected: number, what: string): void {
  expect(actual, what).toBeTypeOf("number");
  const difference = Math.abs(Number(actual) - expected);
  expect(difference, `${what}: ${String(actual)} against ${expected}`).toBeLessThanOrEqual(
    RELATIVE_TOLERANCE * Math.abs(expected),
  );
}

function at(value: unknown, path: string): unknown {
  let found = value;
  for (const part of path.split(".")) {
    found = typeof found === "object" && found !== null ? Reflect.get(found, part) : undefined;
  }
  return found;
}
