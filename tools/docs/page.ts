import type { OpenApiDocument } from "../openapi/document.ts";
import { schemaFileName } from "../openapi/body-schemas.ts";
import { markup, withCode, type Html } from "./markup.ts";
import { operationSection } from "./operation.ts";
import { schemaTable } from "./schema-table.ts";
import { texts as en, type DocsTexts } from "./texts-en.ts";
import { texts as ja } from "./texts-ja.ts";

/** The API reference, a page in each language, by the file's path in the built page. */
export function docsPages(document: OpenApiDocument): Map<string, string> {
  return new Map([
    ["docs.html", page(document, en, ja)],
    ["docs/ja.html", page(document, ja, en)],
  ]);
}

function page(document: OpenApiDocument, texts: DocsTexts, other: DocsTexts): string {
  const paths = Object.keys(document.paths);
  const pathsOf = (tag: string) =>
    paths.filter((path) => document.paths[path]?.get?.tags.includes(tag) === true);
  const { language } = texts;
  return markup`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${texts.title}</title>
        <meta name="description" content="${texts.lead}" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/docs/reference.css" />
        <script type="module" src="/docs/reference.js"></script>
      </head>
      <body data-copy="${texts.copy}" data-copied="${texts.copied}">
        <a class="skip" href="#reference">${texts.skip}</a>
        <header>
          <h1>${texts.title}</h1>
          <p>${texts.lead}</p>
          <nav aria-label="${texts.files}">
            <ul class="links">
              <li><a href="/openapi.json">${texts.openApi}</a></li>
              <li><a href="/schemas/v1/index.json">${texts.schemasFile}</a></li>
              <li><a href="/">${texts.simulator}</a></li>
              <li>
                <a href="${other.path}" hreflang="${other.language}" lang="${other.language}"
                  >${texts.otherLanguage}</a
                >
              </li>
            </ul>
          </nav>
          <ul>
            ${texts.rules.map((rule) => markup`<li>${withCode(rule)}</li> `)}
          </ul>
        </header>
        <nav class="contents" aria-label="${texts.contents}">
          ${document.tags.map(
            ({ name }) =>
              markup`<h2><a href="#tag-${slug(name)}">${tagName(name, texts)}</a></h2>
                <ul>
                  ${pathsOf(name).map((path) => markup`<li><a href="#${idOf(document, path)}">${path.replace("/api/v1", "")}</a></li> `)}
                </ul> `,
          )}
          <h2><a href="#schemas">${texts.schemas}</a></h2>
          <h2><a href="#problems">${texts.problems}</a></h2>
        </nav>
        <main id="reference">
          ${document.tags.map(
            ({ name, description }) =>
              markup`<h2 id="tag-${slug(name)}">${tagName(name, texts)}</h2>
                <p lang="en">${description}</p>
                ${pathsOf(name).map((path) => operationSection(document, path, texts))}`,
          )}${problemSection(document, texts)}
          ${schemaSection(document, texts)}
        </main>
      </body>
    </html> `.text;
}

function idOf({ paths }: OpenApiDocument, path: string): string {
  const { get, post } = paths[path] ?? {};
  return (post ?? get)?.operationId ?? "";
}

function problemSection({ components }: OpenApiDocument, texts: DocsTexts): Html {
  return markup`<h2 id="problems">${texts.problems}</h2>
    <ul>
      ${Object.entries(components.responses).map(([name, response]) => {
        const content = response["content"] as {
          "application/problem+json": { example: { type: string; status: number } };
        };
        const { type, status } = content["application/problem+json"].example;
        return markup`<li id="problem-${name}">
          <code>${status}</code> <code>${type}</code>
          <span lang="en">${withCode(response["description"] as string)}</span>
        </li> `;
      })}
    </ul>`;
}

/** The named parts; whole bodies stand with their operations. */
function schemaSection({ components }: OpenApiDocument, texts: DocsTexts): Html {
  return markup`<h2 id="schemas">${texts.schemas}</h2>
    ${Object.entries(components.schemas).map(
      ([name, schema]) =>
        markup`<details id="schema-${name}">
          <summary><code>${name}</code></summary>
          ${schemaTable(schema, texts)}
          <p><a href="/schemas/v1/${schemaFileName(name)}">JSON Schema</a></p>
        </details> `,
    )}`;
}

function tagName(name: string, { tags }: DocsTexts): string {
  return tags[name as keyof typeof tags];
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, "-");
}
