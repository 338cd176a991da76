import { offersOf, type Route } from "../../worker/http/route.ts";
import { ROUTES } from "../../worker/routes/index.ts";
import { VERSION } from "../../worker/version.ts";
import { ANSWERS } from "./answers.ts";
import { DOCUMENTED_EXAMPLES } from "./examples.ts";
import { bodyName, operationId, type Method } from "./operation-id.ts";
import { OPERATION_TEXTS, TAGS } from "./operations.ts";
import {
  answerHeaders,
  HEADER_COMPONENTS,
  NOT_MODIFIED,
  problemComponents,
  problemResponses,
} from "./responses.ts";
import { componentSchemas, referenceTo, type JsonSchema } from "./schemas.ts";

/** An OpenAPI 3.1 document, as far as this project reads its own. */
export interface OpenApiDocument extends JsonSchema {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, Operation>>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly responses: Readonly<Record<string, JsonSchema>>;
    readonly headers: Readonly<Record<string, JsonSchema>>;
  };
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly deprecated?: boolean;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly required: true;
    readonly content: Readonly<Record<string, MediaType>>;
  };
  readonly responses: Readonly<Record<string, Response>>;
}

export interface Response extends JsonSchema {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface MediaType {
  readonly schema: JsonSchema;
  examples?: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly description: string;
  readonly example?: unknown;
  readonly schema?: JsonSchema;
  readonly content?: Readonly<
    Record<string, { readonly schema: JsonSchema; readonly example?: unknown }>
  >;
}

const ABOUT = `Functions or machines: what a workload costs a month on either, and at how many requests the answer changes.

JSON is snake_case. Numbers may be numeric strings, unknown fields are ignored, and fields may be added to answers but are never renamed or removed. Every \`POST\` is also a \`GET\` with the same names in the query string, lists and objects as JSON in one parameter; blank parameters are left out. What goes wrong is answered with a problem document (RFC 9457).`;

/** The OpenAPI 3.1 document of every route, from the schemas that check its input and answer. */
export function openApiDocument(): OpenApiDocument {
  const schemas = componentSchemas();
  const queries = new Set(
    ROUTES.filter(({ method }) => method === "GET").map((route) => bodyName(route, "Request")),
  );
  const paths: Record<string, Partial<Record<Method, Operation>>> = {};
  for (const route of ROUTES) {
    paths[documentedPath(route)] = {
      get: operation(route, "get", schemas),
      ...(route.method === "POST" ? { post: operation(route, "post", schemas) } : {}),
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Cost simulator",
      version: VERSION,
      description: ABOUT,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    } as OpenApiDocument["info"],
    servers: [{ url: "/", description: "Where this document is from." }],
    // Nobody has to say who they are.
    security: [],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      // What is only asked by GET is described by its parameters.
      schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => !queries.has(name))),
      responses: problemComponents(),
      headers: HEADER_COMPONENTS,
    },
  };
}

/** A route's path with its parameters as OpenAPI writes them. */
export function documentedPath({ path }: Route): string {
  return path.replaceAll(/:(\w+)/gu, "{$1}");
}

function operation(
  route: Route,
  method: Method,
  schemas: Readonly<Record<string, JsonSchema>>,
): Operation {
  const text = OPERATION_TEXTS[route.path];
  if (text === undefined) throw new Error(`${route.path} has no text in operations.ts`);
  const schema = route.input === null ? null : schemas[bodyName(route, "Request")];
  const isByQuery = method === "get" && route.method === "POST";
  const isKept = method === "get" && route.keepSeconds !== 0;
  return {
    operationId: operationId(route, method),
    tags: [text.tag],
    ...(route.deprecated === undefined ? {} : { deprecated: true }),
    summary: isByQuery ? `${text.summary} (by query)` : text.summary,
    description: isByQuery
      ? `${text.description}\n\nThe same as the \`POST\`, for links and caches.`
      : text.description,
    ...(schema && method === "get" ? { parameters: parametersOf(route, schema) } : {}),
    ...(schema && method === "post"
      ? {
          requestBody: {
            required: true,
            content: { "application/json": requestContent(route) },
          },
        }
      : {}),
    responses: {
      "200": {
        description: text.answer,
        headers: answerHeaders(route),
        content: answerContent(route),
      },
      ...(route.path === "/health" ? { "503": unhealthy(route) } : {}),
      ...(isKept ? { "304": NOT_MODIFIED } : {}),
      ...problemResponses(route, method),
    },
  };
}

function requestContent(route: Route): MediaType {
  return { schema: referenceTo(bodyName(route, "Request")), examples: namedExamples(route) };
}

/** The examples of a route by names that a document can use: `example1` is the first. */
function namedExamples(route: Route): NonNullable<MediaType["examples"]> {
  const examples = DOCUMENTED_EXAMPLES[route.path];
  if (examples === undefined) throw new Error(`${route.path} has no examples in examples.ts`);
  return Object.fromEntries(
    examples.map(({ summary, input }, index) => [`example${index + 1}`, { summary, value: input }]),
  );
}

function answerContent(route: Route): Record<string, MediaType> {
  if (ANSWERS[route.path] !== null) {
    return { "application/json": { schema: referenceTo(bodyName(route, "Answer")) } };
  }
  return Object.fromEntries(offersOf(route).map((type) => [type, { schema: { type: "string" } }]));
}

function unhealthy(route: Route): Response {
  return {
    description: "The service cannot do its work, or with `ready` should be sent no more.",
    content: answerContent(route),
  };
}

/** The fields of a body as parameters, those in the path apart; lists and objects go as JSON in one. */
function parametersOf(route: Route, schema: JsonSchema): Parameter[] {
  const properties = (schema["properties"] ?? {}) as Record<string, JsonSchema>;
  const required = new Set((schema["required"] ?? []) as string[]);
  const example = DOCUMENTED_EXAMPLES[route.path]?.[0]?.input ?? {};
  return Object.entries(properties).map(([name, { description, ...property }]) => {
    const isNested = ["array", "object"].includes(String(property["type"])) || "$ref" in property;
    const shown = name in example ? { example: example[name] } : {};
    return {
      name,
      in: route.path.includes(`:${name}`) ? "path" : "query",
      required: required.has(name),
      description: String(description),
      ...(isNested
        ? { content: { "application/json": { schema: property, ...shown } } }
        : { schema: property, ...shown }),
    };
  });
}
