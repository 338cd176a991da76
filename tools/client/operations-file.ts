import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openApiDocument, type Operation } from "../openapi/document.ts";
import type { JsonSchema } from "../openapi/schemas.ts";
import { commentOf, declarationOf, typeOf } from "./schema-type.ts";

/** What the client knows of the API; `npm run client:types` writes it anew. */
export const OPERATIONS_FILE = fileURLToPath(
  new URL("../../client/operations.ts", import.meta.url),
);

const COMPONENT = "#/components/schemas/";
const HEAD = `/** Written by \`npm run client:types\` from the API document; what is changed here is lost. */\n`;

/** Types of every body, and a table of the operations, from the API document. */
export function operationsFile(): string {
  const { paths, components } = openApiDocument();
  const operations = Object.entries(paths).flatMap(([path, { get, post }]) => {
    const operation = post ?? get;
    return operation === undefined ? [] : [{ path, operation, isPost: post !== undefined }];
  });
  const types = Object.entries(components.schemas).map(
    ([name, schema]) => commentOf(schema, "") + declarationOf(name, schema),
  );
  const signatures = operations.map(
    ({ operation }) =>
      `  /** ${operation.summary} */\n  readonly ${operation.operationId}: {\n    readonly request: ${requestType(operation)};\n    readonly answer: ${answerType(operation)};\n  };\n`,
  );
  const table = operations.map(
    ({ path, operation, isPost }) =>
      `  ${operation.operationId}: ["${isPost ? "POST" : "GET"}", ${JSON.stringify(path)}],\n`,
  );
  return [
    HEAD,
    "\n/** The operations of the API, with what each takes and answers. */\n",
    `export interface Operations {\n${signatures.join("")}}\n`,
    "\n/** How each of them is reached. */\n",
    `export const OPERATIONS = {\n${table.join("")}} as const;\n\n`,
    types.join("\n"),
  ].join("");
}

function requestType({ requestBody, parameters = [] }: Operation): string {
  const body = requestBody?.content["application/json"]?.schema;
  if (body !== undefined) return nameOf(body);
  if (parameters.length === 0) return "never";
  const properties = Object.fromEntries(
    parameters.map(({ name, description, schema, content }) => [
      name,
      { ...(schema ?? content?.["application/json"]?.schema), description },
    ]),
  );
  const required = parameters.filter((each) => each.required).map(({ name }) => name);
  return typeOf({ type: "object", properties, required }, "    ");
}

function answerType({ responses }: Operation): string {
  const schema = responses["200"]?.content?.["application/json"]?.schema;
  return schema === undefined ? "string" : nameOf(schema);
}

function nameOf({ $ref }: JsonSchema): string {
  return typeof $ref === "string" ? $ref.slice(COMPONENT.length) : "unknown";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (operationsFile() !== readFileSync(OPERATIONS_FILE, { encoding: "utf8", flag: "a+" })) {
    writeFileSync(OPERATIONS_FILE, operationsFile());
  }
}
