import type { JsonSchema } from "../openapi/schemas.ts";

const COMPONENT = "#/components/schemas/";

/** The declaration of a type for a schema of the document, with what it says as comments. */
export function declarationOf(name: string, schema: JsonSchema): string {
  const type = typeOf(schema, "");
  return type.startsWith("{") && schema["type"] === "object"
    ? `export interface ${name} ${type}\n`
    : `export type ${name} = ${type};\n`;
}

/** The TypeScript type of what a schema allows. */
export function typeOf(schema: JsonSchema, indent: string): string {
  const { $ref, const: only, enum: values, type, items, properties, additionalProperties } = schema;
  if (typeof $ref === "string") return $ref.slice(COMPONENT.length);
  if (only !== undefined) return JSON.stringify(only);
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (Array.isArray(type)) {
    return type.map((each) => typeOf({ ...schema, type: each as string }, indent)).join(" | ");
  }
  if (isSchema(properties)) return objectType(schema, properties, indent);
  const alternatives = [schema["oneOf"], schema["anyOf"]].find(Array.isArray);
  if (alternatives !== undefined && type === undefined) {
    return (alternatives as JsonSchema[]).map((each) => typeOf(each, indent)).join(" | ");
  }
  if (type === "array") {
    return `readonly (${isSchema(items) ? typeOf(items, indent) : "unknown"})[]`;
  }
  if (isSchema(additionalProperties)) {
    return `Readonly<Record<string, ${typeOf(additionalProperties, indent)}>>`;
  }
  if (type === "integer") return "number";
  return ["number", "string", "boolean", "null"].includes(String(type)) ? String(type) : "unknown";
}

function objectType(
  { required }: JsonSchema,
  properties: Readonly<Record<string, unknown>>,
  indent: string,
): string {
  const needed = new Set((required ?? []) as string[]);
  const inner = `${indent}  `;
  const lines = Object.entries(properties as Record<string, JsonSchema>).map(([name, property]) => {
    const type = typeOf(property, inner);
    const field = needed.has(name) ? `${name}: ${type}` : `${name}?: ${type} | undefined`;
    return `${commentOf(property, inner)}${inner}readonly ${field};\n`;
  });
  return `{\n${lines.join("")}${indent}}`;
}

/** What a field means, in which unit, and what it is unless given. */
export function commentOf(schema: JsonSchema, indent: string): string {
  const { description, default: usual } = schema;
  const unit = schema["x-unit"];
  const parts = [
    typeof description === "string" ? description : "",
    typeof unit === "string" ? `In ${unit}.` : "",
    usual === undefined || typeof usual === "object"
      ? ""
      : `Unless given ${JSON.stringify(usual)}.`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `${indent}/** ${parts.join(" ")} */\n`;
}

function isSchema(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
