import type { OpenApiDocument } from "./document.ts";
import type { JsonSchema } from "./schemas.ts";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";
const COMPONENT = "#/components/schemas/";

/** A JSON Schema of every body of the document, complete in itself, by its file's name. */
export function bodySchemas({ components: { schemas } }: OpenApiDocument): Map<string, JsonSchema> {
  const files = new Map<string, JsonSchema>();
  for (const [name, schema] of Object.entries(schemas)) {
    const used = new Set<string>();
    collectReferences(schema, schemas, used);
    const parts = [...used]
      .toSorted()
      .map((part) => [part, withLocalReferences(schemas[part])] as const);
    files.set(schemaFileName(name), {
      $schema: DIALECT,
      title: name,
      ...(withLocalReferences(schema) as JsonSchema),
      ...(parts.length > 0 ? { $defs: Object.fromEntries<unknown>(parts) } : {}),
    });
  }
  return files;
}

/** `CompareRequest` is in `compare-request.json`. */
export function schemaFileName(name: string): string {
  return `${name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/gu, "-").toLowerCase()}.json`;
}

function collectReferences(
  value: unknown,
  schemas: Readonly<Record<string, JsonSchema>>,
  used: Set<string>,
): void {
  if (typeof value !== "object" || value === null) return;
  for (const child of Object.values(value)) collectReferences(child, schemas, used);
  const { $ref } = value as JsonSchema;
  if (typeof $ref !== "string") return;
  const name = $ref.slice(COMPONENT.length);
  if (used.has(name)) return;
  used.add(name);
  collectReferences(schemas[name], schemas, used);
}

/** The same with references into itself instead of into the document. */
function withLocalReferences(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(`"${COMPONENT}`, '"#/$defs/')) as unknown;
}
