import { BATCH_CALCULATIONS } from "../../shared/schema/batch.ts";
import { CALCULATIONS } from "../../worker/routes/batch-calculations.ts";
import { bodyName } from "./operation-id.ts";

type JsonSchema = Record<string, unknown>;

/**
 * Puts the bodies of its calculations into the schemas of a batch: the worker leaves them to each
 * calculation, which answers a wrong one with its problem.
 */
export function fillBatchSchemas(
  schemas: Record<string, JsonSchema>,
  referenceTo: (name: string) => JsonSchema,
): void {
  const names = BATCH_CALCULATIONS.map((calculation) => {
    const route = CALCULATIONS[calculation];
    return { calculation, request: bodyName(route, "Request"), answer: bodyName(route, "Answer") };
  });
  schemas["BatchItem"] = {
    oneOf: names.map(({ calculation, request }) => ({
      type: "object",
      properties: { calculation: { const: calculation }, body: referenceTo(request) },
      required: ["calculation", "body"],
    })),
  };
  schemas["BatchResult"] = {
    type: "object",
    properties: {
      status: { type: "integer" },
      body: {
        anyOf: [...names.map(({ answer }) => referenceTo(answer)), referenceTo("Problem")],
      },
    },
    required: ["status", "body"],
  };
  itemsOf(schemas["BatchRequest"], "items")["items"] = referenceTo("BatchItem");
  const { data } = propertiesOf(schemas["BatchAnswer"]);
  itemsOf(data, "results")["items"] = referenceTo("BatchResult");
}

function itemsOf(schema: JsonSchema | undefined, name: string): JsonSchema {
  const list = propertiesOf(schema)[name];
  if (list === undefined) throw new Error(`a batch has no ${name}`);
  return list;
}

function propertiesOf(schema: JsonSchema | undefined): Record<string, JsonSchema> {
  return (schema?.["properties"] ?? {}) as Record<string, JsonSchema>;
}
