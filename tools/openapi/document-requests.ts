import type { OpenApiDocument, Operation, Parameter } from "./document.ts";
import type { Method } from "./operation-id.ts";

/** A request that the document shows as an example, as a client sends it. */
export interface ExampleRequest {
  readonly operation: Operation;
  readonly documentedPath: string;
  readonly method: Method;
  /** The name of the example; a GET has one, made of its parameters. */
  readonly example: string;
  readonly path: string;
  readonly init: RequestInit;
}

/** Every example of the document as a request. */
export function exampleRequests({ paths }: OpenApiDocument): ExampleRequest[] {
  return Object.entries(paths).flatMap(([documentedPath, operations]) =>
    (Object.entries(operations) as [Method, Operation][]).flatMap(([method, operation]) => {
      const about = { operation, documentedPath, method };
      if (method === "get") {
        const values = exampleValues(operation.parameters ?? []);
        return [
          {
            ...about,
            example: "example1",
            path: pathWith(documentedPath, operation, values),
            init: {},
          },
        ];
      }
      const examples = operation.requestBody?.content["application/json"]?.examples ?? {};
      return Object.entries(examples).map(([example, { value }]) => ({
        ...about,
        example,
        path: documentedPath,
        init: posted(JSON.stringify(value)),
      }));
    }),
  );
}

/** A POST of a JSON body. */
export function posted(body: string): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json" }, body };
}

/** A path with its parameters filled in, and the others as its query, lists and objects as JSON. */
export function pathWith(
  documentedPath: string,
  { parameters = [] }: Pick<Operation, "parameters">,
  values: Readonly<Record<string, unknown>>,
): string {
  const query = new URLSearchParams();
  let path = documentedPath;
  for (const { name, in: place } of parameters) {
    const value = values[name];
    if (value === undefined) continue;
    // What is no text, half a character for one, has no place in a URL.
    const text = (typeof value === "string" ? value : JSON.stringify(value)).toWellFormed();
    if (place === "path") path = path.replace(`{${name}}`, () => encodeURIComponent(text));
    else query.append(name, text);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

function exampleValues(parameters: readonly Parameter[]): Record<string, unknown> {
  return Object.fromEntries(
    parameters.map(({ name, example, content }) => [
      name,
      example ?? content?.["application/json"]?.example,
    ]),
  );
}
