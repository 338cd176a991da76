import type { MediaType, OpenApiDocument, Operation } from "../openapi/document.ts";
import { exampleRequests } from "../openapi/document-requests.ts";
import type { JsonSchema } from "../openapi/schemas.ts";
import { markup, withCode, type Html } from "./markup.ts";
import { fieldTable, schemaTable } from "./schema-table.ts";
import type { DocsTexts } from "./texts-en.ts";

/** An endpoint with what it is asked, what it answers, and an example to send. */
export function operationSection(document: OpenApiDocument, path: string, texts: DocsTexts): Html {
  const { get, post } = document.paths[path] ?? {};
  const operation = post ?? get;
  if (operation === undefined) throw new Error(`${path} has no operation`);
  const method = post === undefined ? "GET" : "POST";
  const request = post?.requestBody?.content["application/json"];
  return markup`<section id="${operation.operationId}">
    <h3><span class="method">${method}</span> <code>${path}</code></h3>
    <p class="summary">${withCode(texts.summaries[path] ?? operation.summary)}</p>
    <p lang="en">${withCode(operation.description)}</p>
    ${
      request === undefined
        ? parameters(operation, texts)
        : markup`<h4>${texts.body}</h4>
            ${schemaTable(resolved(document, request.schema), texts)}`
    }
    ${answer(document, operation, texts)} ${problems(operation, texts)}
    ${example(document, path, texts)}
  </section> `;
}

function parameters({ parameters: all = [] }: Operation, texts: DocsTexts): Html {
  if (all.length === 0) return markup``;
  const rows = all.map(({ name, required, description, schema, content }) => ({
    name,
    isRequired: required,
    schema: { ...(schema ?? content?.["application/json"]?.schema), description },
  }));
  return markup`<h4>${texts.parameters}</h4>
    ${fieldTable(rows, texts)}`;
}

function answer(document: OpenApiDocument, operation: Operation, texts: DocsTexts): Html {
  const [content] = Object.entries(operation.responses["200"]?.content ?? {});
  if (content === undefined) return markup``;
  const [type, { schema }] = content;
  return markup`<details>
    <summary>${texts.answer} <code>200</code> <code>${type}</code></summary>
    ${schemaTable(resolved(document, schema), texts)}
  </details>`;
}

function problems({ responses }: Operation, texts: DocsTexts): Html {
  const references = Object.entries(responses).filter(([, { $ref }]) => $ref !== undefined);
  const links = references.map(
    ([status, { $ref = "" }]) =>
      markup` <a href="#problem-${$ref.split("/").at(-1) ?? ""}">${status}</a>`,
  );
  return markup`<p>${texts.problems}:${links}</p>`;
}

function example(document: OpenApiDocument, path: string, texts: DocsTexts): Html {
  const requests = exampleRequests(document).filter(
    ({ documentedPath }) => documentedPath === path,
  );
  const byGet = requests.find(({ method }) => method === "get");
  const shown = requests.find(({ method }) => method === "post") ?? byGet;
  if (shown === undefined || byGet === undefined) return markup``;
  const { operation, init } = shown;
  const command =
    typeof init.body === "string"
      ? markup`curl -s ${ORIGIN}${path}${JSON_OPTIONS}${readable(JSON.parse(init.body))}'`
      : markup`curl -s '${ORIGIN}${byGet.path.replaceAll("'", "%27")}'`;
  return markup`<h4>${texts.example}</h4>
    <div class="code">
      <pre tabindex="0"><code>${command}</code></pre>
    </div>
    <p><a href="${byGet.path}">${texts.byQuery}</a></p>
    ${exampleAnswer(operation, texts)}`;
}

const JSON_OPTIONS = " \\\n  -H 'content-type: application/json' \\\n  -d '";

/** Replaced by the place where the page is read. */
const ORIGIN = markup`<span class="origin">http://localhost:5001</span>`;

function exampleAnswer({ responses }: Operation, texts: DocsTexts): Html {
  const [content] = Object.values(responses["200"]?.content ?? {}) as (MediaType | undefined)[];
  const value = content?.examples?.["example1"]?.value;
  if (value === undefined) return markup``;
  const text = typeof value === "string" ? value : readable(value);
  return markup`<details>
    <summary>${texts.exampleAnswer}</summary>
    <pre tabindex="0"><code>${text}</code></pre>
  </details>`;
}

function readable(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function resolved({ components }: OpenApiDocument, schema: JsonSchema): JsonSchema {
  const { $ref } = schema;
  if (typeof $ref !== "string") return schema;
  return components.schemas[$ref.split("/").at(-1) ?? ""] ?? schema;
}
