import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { answeredDocument } from "../../tools/openapi/answered-document.ts";
import { ANSWERS } from "../../tools/openapi/answers.ts";
import { exampleRequests } from "../../tools/openapi/document-requests.ts";
import { documentedPath, openApiDocument } from "../../tools/openapi/document.ts";
import { ROUTES } from "../../worker/routes/index.ts";
import { EXAMPLES, initOf, pathOf } from "../_requests.ts";
import { inProcess } from "../_runtimes.ts";
import { AnswerChecker } from "../../tools/conformance/answer-checker.ts";

const document = openApiDocument();
const checker = new AnswerChecker(document);
const { fetch } = inProcess();
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

describe("the API document", () => {
  test("describes every endpoint, by every method it has", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toEqual(ROUTES.map(documentedPath));
    for (const route of ROUTES) {
      const methods = route.method === "POST" ? ["get", "post"] : ["get"];
      expect(Object.keys(document.paths[documentedPath(route)] ?? {})).toEqual(methods);
    }
  });

  test("has nothing that a strict linter complains of, its examples against their schemas included", async () => {
    const source = JSON.stringify(await answeredDocument());
    const config = await createConfig({ extends: ["recommended-strict"] });
    const problems = await lintFromString({ source, absoluteRef: "openapi.json", config });
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  test("the linter would see a fault", async () => {
    const { info: _, ...rest } = document;
    const source = JSON.stringify(rest);
    const config = await createConfig({ extends: ["recommended-strict"] });
    const problems = await lintFromString({ source, absoluteRef: "openapi.json", config });
    expect(problems.map(({ ruleId }) => ruleId)).toContain("struct");
  });

  test("gives each operation a name of its own, a tag, and what can go wrong", () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    const tags = document.tags.map(({ name }) => name);
    for (const { operationId, tags: own, description, responses } of operations) {
      expect(tags, operationId).toEqual(expect.arrayContaining([...own]));
      expect(own, operationId).toHaveLength(1);
      expect(description, operationId).toMatch(/\.$/u);
      expect(Object.keys(responses), operationId).toEqual(
        expect.arrayContaining(["200", "431", "500"]),
      );
    }
  });

  test("says the limits, the default and the unit of a field", () => {
    const workload = document.components.schemas["Workload"];
    expect(workload).toMatchObject({
      properties: {
        memory_mb: { type: "integer", minimum: 128, maximum: 122_880, "x-unit": "MB" },
        target_utilisation: { default: 0.7, maximum: 1 },
      },
    });
    expect(workload?.["allOf"]).toContainEqual({
      oneOf: [
        { required: ["monthly_executions"] },
        { required: ["requests_per_second"] },
        { required: ["hourly_counts"] },
        { required: ["functions"] },
      ],
    });
  });

  test("lets fields be added to answers", () => {
    expect(JSON.stringify(document.components.schemas["CompareAnswer"])).not.toContain(
      '"additionalProperties":false',
    );
  });
});

test.each(exampleRequests(document))(
  "$method $documentedPath answers $example of the document as the document says",
  async (request) => {
    const response = await fetch(request.path, request.init);
    const text = await response.text();
    expect(response.status, text).toBe(200);
    expect(checker.faults(request.operation, response, text)).toEqual([]);
  },
);

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
