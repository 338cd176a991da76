import * as z from "zod/mini";
import { FIELDS, type FieldName } from "../shared/fields.ts";
import { FIELD_DESCRIPTIONS } from "./field-descriptions.ts";
import { fieldMetadata } from "../shared/schema/primitives.ts";
import { Problem } from "../shared/schema/problem.ts";
import { offersOf, type Route } from "../worker/http/route.ts";
import { ROUTES } from "../worker/routes/index.ts";
import { VERSION } from "../worker/version.ts";
import { ANSWERS, type DocumentedAnswer } from "./answers.ts";

type JsonObject = Record<string, unknown>;

/** The OpenAPI 3.1 document of every route, from the schemas that check its input and answer. */
export function openApiDocument(): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const route of ROUTES) {
    const operations: JsonObject = { get: operation(route, "get") };
    if (route.method === "POST") operations["post"] = operation(route, "post");
    paths[route.path.replaceAll(/:(\w+)/gu, "{$1}")] = operations;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Cost simulator",
      version: VERSION,
      description:
        "Functions or machines: what a workload costs a month on either, and at how many requests the answer changes.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    paths,
    components: { schemas: { Problem: toJsonSchema(Problem, "output") } },
  };
}

function operation(route: Route, method: "get" | "post"): JsonObject {
  const input = route.input === null ? null : toJsonSchema(route.input, "input");
  return {
    operationId: operationId(route, method),
    summary: route.summary,
    ...(input !== null && method === "get" ? { parameters: parametersOf(route, input) } : {}),
    ...(input !== null && method === "post"
      ? { requestBody: { required: true, content: { "application/json": { schema: input } } } }
      : {}),
    responses: {
      "200": { description: "The answer", content: answerContent(route) },
      ...(input === null ? {} : { "4XX": problemResponse("The input is not valid") }),
      "5XX": problemResponse("The server could not answer"),
    },
  };
}

/** `/api/v1/calculator/export_csv` by POST is `calculatorExportCsv`; the GET form ends in `ByQuery`. */
function operationId({ path, method: own }: Route, method: "get" | "post"): string {
  const words = path
    .replace(/^\/api\/v1\//u, "")
    .split(/[^a-z0-9]+/u)
    .filter(Boolean);
  const name = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
  return own === "POST" && method === "get" ? `${name}ByQuery` : name;
}

function answerContent(route: Route): JsonObject {
  const answer = ANSWERS[route.path];
  if (answer === undefined) throw new Error(`${route.path} has no answer in tools/answers.ts`);
  if (answer === null) {
    const types = offersOf(route).map((type) => [type, { schema: { type: "string" } }] as const);
    return Object.fromEntries(types);
  }
  const schema = toJsonSchema(answer.data, "output");
  const isWrapped = route.path.startsWith("/api/");
  return { "application/json": { schema: isWrapped ? wrapped(schema, answer.beside) : schema } };
}

function wrapped(data: JsonObject, beside: DocumentedAnswer["beside"]): JsonObject {
  const fields = beside === undefined ? {} : toJsonSchema(beside, "output");
  return {
    type: "object",
    properties: { success: { const: true }, data, ...(fields["properties"] as JsonObject) },
    required: ["success", "data", ...((fields["required"] as string[] | undefined) ?? [])],
  };
}

function problemResponse(description: string): JsonObject {
  const schema = { $ref: "#/components/schemas/Problem" };
  return { description, content: { "application/problem+json": { schema } } };
}

/** The fields of a body as parameters, those in the path apart; lists and objects go as JSON in one. */
function parametersOf({ path }: Route, schema: JsonObject): JsonObject[] {
  const properties = (schema["properties"] ?? {}) as Record<string, JsonObject>;
  const required = new Set((schema["required"] ?? []) as string[]);
  return Object.entries(properties).map(([name, property]) => {
    const isNested = property["type"] === "array" || property["type"] === "object";
    return {
      name,
      in: path.includes(`:${name}`) ? "path" : "query",
      required: required.has(name),
      ...(isNested
        ? { content: { "application/json": { schema: property } } }
        : { schema: property }),
    };
  });
}

function toJsonSchema(schema: z.core.$ZodType, io: "input" | "output"): JsonObject {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    metadata: fieldMetadata,
    // Fields read by functions of our own bring their JSON Schema as metadata.
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      describeField(jsonSchema);
      const { def } = zodSchema._zod;
      if (def.type !== "object" || io === "output") return;
      // The library takes such fields for optional, because they are given `undefined` to refuse.
      const names = Object.keys(def.shape).filter((name) => !isOptional(def.shape[name]));
      if (names.length > 0) jsonSchema.required = names;
    },
  });
  return json;
}

/** Says of a field by its name what it means and in which unit it is. */
function describeField(jsonSchema: Record<string, unknown>): void {
  const { field } = jsonSchema as { field?: FieldName };
  if (field === undefined) return;
  delete jsonSchema["field"];
  jsonSchema["description"] = FIELD_DESCRIPTIONS[field];
  jsonSchema["x-unit"] = FIELDS[field].unit;
}

const OPTIONAL_TYPES: ReadonlySet<string | undefined> = new Set(["optional", "prefault"]);

function isOptional(schema: z.core.$ZodType | undefined): boolean {
  return OPTIONAL_TYPES.has(schema?._zod.def.type);
}
