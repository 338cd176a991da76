import { diskPlatform } from "../../worker/disk-platform.ts";
import { createFetch } from "../../worker/fetch.ts";
import { exampleRequests, type ExampleRequest } from "./document-requests.ts";
import { openApiDocument, type OpenApiDocument } from "./document.ts";

/** Longer answers, whole catalogs, are not shown: nobody reads them in a document. */
const SHOWN_LENGTH_MAX = 16_000;

/**
 * The document with the answer to each of its examples, computed by the worker's own code: as on the day
 * of the catalog, so that each build makes the same.
 */
export async function answeredDocument(): Promise<OpenApiDocument> {
  const document = openApiDocument();
  const { as_of: newestPrice } = await diskPlatform.catalog.index();
  const fetch = createFetch({ ...diskPlatform, now: () => new Date(newestPrice) });
  for (const example of exampleRequests(document)) {
    const response = await fetch(new Request(new URL(example.path, "http://host"), example.init));
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${example.path}: ${text}`);
    if (text.length <= SHOWN_LENGTH_MAX) show(example, response, text);
  }
  return document;
}

function show({ operation, example }: ExampleRequest, response: Response, text: string): void {
  const type = response.headers.get("content-type")?.split(";", 1)[0] ?? "";
  const content = operation.responses["200"]?.content?.[type];
  if (content === undefined) throw new Error(`${operation.operationId} does not document ${type}`);
  const value: unknown = type === "application/json" ? JSON.parse(text) : text;
  const summary = `The answer to ${example}`;
  content.examples = { ...content.examples, [example]: { summary, value } };
}
