import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { ANSWERS } from "../../tools/answers.ts";
import { openApiDocument } from "../../tools/openapi.ts";
import { ROUTES } from "../../worker/routes/index.ts";
import { EXAMPLES, initOf, pathOf } from "../_requests.ts";
import { inProcess } from "../_runtimes.ts";

interface Operation {
  readonly summary: string;
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: JsonSchema }> };
  readonly responses: Record<string, unknown>;
}

interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly "x-unit"?: string;
}

const document = openApiDocument() as unknown as {
  readonly openapi: string;
  readonly paths: Record<string, { readonly get: Operation; readonly post?: Operation }>;
};
const { fetch } = inProcess();

describe("the API document", () => {
  test("describes every endpoint, by every method it has", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toHaveLength(ROUTES.length);
    for (const { path: pattern, method } of ROUTES) {
      const path = pattern.replaceAll(/:(\w+)/gu, "{$1}");
      expect(document.paths[path]?.get.summary, path).toBeTruthy();
      expect(document.paths[path]?.post !== undefined, path).toBe(method === "POST");
    }
  });

  test("gives each operation a name of its own", () => {
    const names = Object.values(document.paths).flatMap(({ get, post }) =>
      [get, post].flatMap((operation) => operation?.operationId ?? []),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  test("says the limits, the default and the unit of a field", () => {
    const schema =
      document.paths["/api/v1/compare"]?.post?.requestBody?.content["application/json"]?.schema;
    const workload = schema?.properties?.["workload"];
    expect(workload?.properties?.["memory_mb"]).toMatchObject({
      type: "integer",
      minimum: 128,
      maximum: 32_768,
      "x-unit": "MB",
    });
    expect(workload?.properties?.["target_utilisation"]).toMatchObject({
      default: 0.7,
      maximum: 1,
    });
    expect(workload?.allOf).toContainEqual({
      oneOf: [
        { required: ["monthly_executions"] },
        { required: ["requests_per_second"] },
        { required: ["functions"] },
      ],
    });
  });
});

test.each(EXAMPLES)("$method $path answers as its schema says", async (example) => {
  const documented = ANSWERS[example.route ?? example.path];
  const response = await fetch(pathOf(example), initOf(example));
  expect(response.status).toBe(200);
  if (documented === null) return;
  const answer = (await response.json()) as { data: unknown };
  if (documented === undefined) throw new Error(`${example.path} is not documented`);
  const parsed = z.safeParse(documented.data, answer.data);
  expect(parsed.error?.issues).toBeUndefined();
  // Whatever the schema does not name it would have dropped.
  expect(parsed.data).toEqual(answer.data);
  const { success: _, data: __, ...beside } = answer as Record<string, unknown>;
  expect(documented.beside === undefined ? {} : z.parse(documented.beside, beside)).toEqual(beside);
});

test("there is an example of every endpoint", () => {
  const known = new Set([...EXAMPLES.map(({ path, route }) => route ?? path), "/health"]);
  expect(ROUTES.map(({ path }) => path).filter((path) => !known.has(path))).toEqual([]);
});
