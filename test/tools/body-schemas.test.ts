import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { DOCUMENTED_EXAMPLES } from "../../tools/openapi/examples.ts";
import { bodySchemas, schemaFileName } from "../../tools/openapi/body-schemas.ts";
import { openApiDocument } from "../../tools/openapi/document.ts";
import { bodyName } from "../../tools/openapi/operation-id.ts";
import { ROUTES } from "../../worker/routes/index.ts";
import { EXAMPLES } from "../_requests.ts";
import { inProcess } from "../_runtimes.ts";

const schemas = bodySchemas(openApiDocument());
const { fetch } = inProcess();

/** Each file must be enough by itself, so each has a validator of its own. */
function validatorOf(name: string) {
  const schema = schemas.get(schemaFileName(name));
  if (schema === undefined) throw new Error(`no schema of ${name}`);
  return new Ajv2020({ strict: false }).compile(schema);
}

describe("the JSON Schema of each body", () => {
  test("is there for every body of every endpoint by POST", () => {
    for (const route of ROUTES.filter(({ method }) => method === "POST")) {
      expect(schemas.has(schemaFileName(bodyName(route, "Request"))), route.path).toBe(true);
    }
    expect(schemas.size).toBe(Object.keys(openApiDocument().components.schemas).length);
  });

  test.each([...schemas.keys()])("%s is a schema that needs no other file", (name) => {
    const schema = schemas.get(name) ?? {};
    expect(JSON.stringify(schema)).not.toContain("#/components/");
    expect(() => new Ajv2020({ strict: false }).compile(schema)).not.toThrow();
  });

  const requests = ROUTES.filter(({ method }) => method === "POST").flatMap((route) =>
    [
      ...(DOCUMENTED_EXAMPLES[route.path] ?? []).map(({ input }) => input),
      ...EXAMPLES.filter(({ path }) => path === route.path).map(({ body }) => body ?? {}),
    ].map((body) => ({ name: bodyName(route, "Request"), path: route.path, body })),
  );
  // The batch of these has questions in it that no schema allows.
  const good = requests.filter(({ body }) => !JSON.stringify(body).includes("no-such-thing"));
  test.each(good)("$name allows what $path answers", ({ name, body }) => {
    const validate = validatorOf(name);
    expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
  });

  test("refuses what the API refuses", async () => {
    const validate = validatorOf("CalculatorLambdaRequest");
    const body = { memory_mb: 64, execution_time_seconds: 1, monthly_executions: 1 };
    expect(validate(body)).toBe(false);
    const response = await fetch("/api/v1/calculator/lambda", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
  });
});
