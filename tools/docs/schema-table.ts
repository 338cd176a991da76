import type { JsonSchema } from "../openapi/schemas.ts";
import { markup, withCode, type Html } from "./markup.ts";
import type { DocsTexts } from "./texts-en.ts";

const COMPONENT = "#/components/schemas/";

/** A row of a table of fields: `break_even_points[].value` is in a list in an answer. */
interface Row {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
}

/** The fields of a schema, those of objects and lists in it included, one below the other. */
export function schemaTable(schema: JsonSchema, texts: DocsTexts): Html {
  const rows = rowsOf(schema, "");
  if (rows.length === 0) return markup`<p>${typeText(schema, texts)}</p>`;
  return fieldTable(rows, texts);
}

/** A table of fields. */
export function fieldTable(rows: readonly Row[], texts: DocsTexts): Html {
  return markup`<div class="table" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">${texts.field}</th>
          <th scope="col">${texts.type}</th>
          <th scope="col">${texts.meaning}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, schema, isRequired }) =>
            markup`<tr>
              <th scope="row">
                <code>${breakable(name)}</code
                >${isRequired ? markup` <small>${texts.required}</small>` : markup``}
              </th>
              <td>${typeText(schema, texts)}</td>
              <td lang="en">${withCode(textOf(schema["description"]))}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

function rowsOf(schema: JsonSchema, prefix: string): Row[] {
  const properties = (schema["properties"] ?? {}) as Record<string, JsonSchema>;
  const required = new Set((schema["required"] ?? []) as string[]);
  return Object.entries(properties).flatMap(([name, property]) => {
    const row = { name: prefix + name, schema: property, isRequired: required.has(name) };
    return [row, ...innerRows(property, row.name)];
  });
}

function innerRows(schema: JsonSchema, name: string): Row[] {
  if ("properties" in schema) return rowsOf(schema, `${name}.`);
  const { items, additionalProperties, anyOf } = schema as Record<string, unknown>;
  if (isSchema(items)) return innerRows(items, `${name}[]`);
  if (isSchema(additionalProperties)) return innerRows(additionalProperties, `${name}.*`);
  if (!Array.isArray(anyOf)) return [];
  return anyOf.filter(isSchema).flatMap((alternative) => innerRows(alternative, name));
}

/** A long name may go on in the next line after an underscore or a dot. */
function breakable(name: string): Html {
  const parts = name.split(/(?<=[_.])/u);
  return markup`${parts.map((part, index) => markup`${index > 0 ? markup`<wbr />` : ""}${part}`)}`;
}

/** What a value must be: its type, its bounds, its default. */
function typeText(schema: JsonSchema, texts: DocsTexts): Html {
  const details = [
    bound(texts.atLeast, schema["minimum"]),
    bound(texts.atMost, schema["maximum"]),
    schema["maxItems"] === undefined
      ? ""
      : texts.items(shown(schema["minItems"] ?? 0), shown(schema["maxItems"])),
    typeof schema["x-unit"] === "string" ? schema["x-unit"] : "",
    schema["default"] === undefined || typeof schema["default"] === "object"
      ? ""
      : `${texts.defaultIs} ${shown(schema["default"])}`,
  ].filter((detail) => detail !== "");
  const after = details.length > 0 ? markup` <small>${details.join(", ")}</small>` : markup``;
  return markup`${typeName(schema, texts)}${after}`;
}

function typeName(schema: JsonSchema, texts: DocsTexts): Html {
  const {
    $ref,
    enum: values,
    const: value,
    type,
    items,
    anyOf,
    oneOf,
    additionalProperties,
  } = schema;
  if (typeof $ref === "string") {
    const name = $ref.slice(COMPONENT.length);
    return markup`<a href="#schema-${name}">${name}</a>`;
  }
  if (value !== undefined) return markup`<code>${shown(value)}</code>`;
  if (Array.isArray(values)) {
    return markup`${texts.oneOf}
    ${values.map((each, index) => markup`${index > 0 ? " " : ""}<code>${shown(each)}</code>`)}`;
  }
  if (isSchema(items)) return markup`${texts.listOf} ${typeName(items, texts)}`;
  const alternatives = anyOf ?? oneOf;
  if (Array.isArray(alternatives)) {
    const named = alternatives.filter(isSchema).map((each) => typeName(each, texts));
    return markup`${named.map((each, index) => markup`${index > 0 ? " | " : ""}${each}`)}`;
  }
  if (isSchema(additionalProperties)) {
    return markup`object <small>(* → ${typeName(additionalProperties, texts)})</small>`;
  }
  return markup`${Array.isArray(type) ? type.join(" | ") : textOf(type ?? "object")}`;
}

function bound(word: string, value: unknown): string {
  return value === undefined ? "" : `${word} ${shown(value)}`;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null;
}
