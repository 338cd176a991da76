import * as z from "zod/mini";
import { FIELDS, type FieldName } from "../../shared/fields.ts";
import { MachineSpecs } from "../../shared/schema/answers/calculator-v1.ts";
import { Price } from "../../shared/schema/answers/catalog.ts";
import {
  CapacityAnswer,
  CurveSegment,
  FlipAnswer,
  LineItemAnswer,
} from "../../shared/schema/answers/compare.ts";
import { Source } from "../../shared/schema/answers/prices-used.ts";
import { FunctionOfferBody, MachineOfferBody, OfferBody } from "../../shared/schema/compare.ts";
import { fieldMetadata } from "../../shared/schema/described.ts";
import { Problem } from "../../shared/schema/problem.ts";
import { CustomEgressRates, CustomPriceBody, SideCostsBody } from "../../shared/schema/terms.ts";
import { Durations, FunctionBody, WorkloadBody } from "../../shared/schema/workload.ts";
import type { Route } from "../../worker/http/route.ts";
import { ROUTES } from "../../worker/routes/index.ts";
import { ANSWERS } from "./answers.ts";
import { fillBatchSchemas } from "./batch-schemas.ts";
import { FIELD_DESCRIPTIONS } from "./field-descriptions.ts";
import { bodyName } from "./operation-id.ts";
import { PROPERTY_DESCRIPTIONS } from "./property-descriptions.ts";

export type JsonSchema = Record<string, unknown>;

/** Parts of bodies that have a name of their own in the document. */
const REQUEST_PARTS = {
  Workload: WorkloadBody,
  WorkloadFunction: FunctionBody,
  Durations,
  Offer: OfferBody,
  FunctionOffer: FunctionOfferBody,
  MachineOffer: MachineOfferBody,
  CustomEgressRates,
  CustomPrice: CustomPriceBody,
  SideCosts: SideCostsBody,
};
const ANSWER_PARTS = {
  Problem,
  LineItem: LineItemAnswer,
  Capacity: CapacityAnswer,
  CurveSegment,
  Flip: FlipAnswer,
  PriceSource: Source,
  MachineSpecs,
  Price,
};

/** The schema of every body and of their named parts, by name, as the document's components. */
export function componentSchemas(): Record<string, JsonSchema> {
  const requests = ROUTES.flatMap((route) =>
    route.input === null ? [] : [[bodyName(route, "Request"), route.input] as const],
  );
  const answers = ROUTES.flatMap((route) => {
    const answer = answerOf(route);
    return answer === null ? [] : [[bodyName(route, "Answer"), answer] as const];
  });
  const schemas = {
    ...toJsonSchemas([...Object.entries(REQUEST_PARTS), ...requests], "input"),
    ...toJsonSchemas([...Object.entries(ANSWER_PARTS), ...answers], "output"),
  };
  fillBatchSchemas(schemas, referenceTo);
  for (const [name, schema] of Object.entries(schemas)) describeProperties(schema, name);
  return schemas;
}

/** A reference to a schema of the components. */
export function referenceTo(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** The whole JSON answer of a route; `null` for one that answers something else. */
function answerOf(route: Route): z.core.$ZodType | null {
  const answer = ANSWERS[route.path];
  if (answer === undefined) throw new Error(`${route.path} has no answer in answers.ts`);
  if (answer === null) return null;
  if (!route.path.startsWith("/api/")) return answer.data;
  return z.object({
    success: z.literal(true),
    data: answer.data,
    ...answer.beside?._zod.def.shape,
  });
}

function toJsonSchemas(
  named: readonly (readonly [string, z.core.$ZodType])[],
  io: "input" | "output",
): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of named) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io,
    metadata: fieldMetadata,
    uri: (id) => `#/components/schemas/${id}`,
    // Fields read by functions of our own bring their JSON Schema as metadata.
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      describeField(jsonSchema);
      const { def } = zodSchema._zod;
      if (def.type !== "object") return;
      // Fields may be added to answers: clients must not be told that there will be none.
      if (io === "output") delete jsonSchema.additionalProperties;
      else {
        // The library takes such fields for optional, because they are given `undefined` to refuse.
        const names = Object.keys(def.shape).filter((name) => !isOptional(def.shape[name]));
        if (names.length > 0) jsonSchema.required = names;
      }
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [
      name,
      schema,
    ]),
  );
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

/** Says of every property what it means; one that nobody has described does not build. */
function describeProperties(value: unknown, body: string): void {
  if (Array.isArray(value)) {
    for (const item of value) describeProperties(item, body);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === "properties") {
      for (const [name, property] of Object.entries(child as Record<string, JsonSchema>)) {
        property["description"] ??= descriptionOf(name, body);
      }
    }
    if (key !== "default" && key !== "enum" && key !== "const") describeProperties(child, body);
  }
}

function descriptionOf(name: string, body: string): string {
  const description =
    PROPERTY_DESCRIPTIONS[`${body}.${name}`] ??
    PROPERTY_DESCRIPTIONS[name] ??
    SERVICE_RATES.get(name);
  if (description !== undefined) return description;
  throw new Error(`${name} of ${body} has no text in property-descriptions.ts`);
}

const SERVICE_RATES: ReadonlyMap<string, string> = new Map(
  Object.keys(CustomEgressRates.shape).map((service) => [service, `Rate of ${service}.`]),
);
