import { pathWith } from "../openapi/document-requests.ts";
import type { OpenApiDocument, Operation } from "../openapi/document.ts";
import type { Method } from "../openapi/operation-id.ts";
import type { JsonSchema } from "../openapi/schemas.ts";
import { breakText, breakValue, strangeHeaders } from "./broken.ts";
import { Random } from "./random.ts";
import { ValueMaker, type Leaf } from "./value.ts";
import { CATALOG_PLACES } from "./vocabulary.ts";

export type Kind = "valid" | "boundary" | "broken";

/** A request made from the document. */
export interface GeneratedRequest {
  readonly index: number;
  readonly kind: Kind;
  readonly operation: Operation;
  readonly documentedPath: string;
  readonly path: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Target {
  readonly operation: Operation;
  readonly documentedPath: string;
  readonly method: Method;
}

/** Answers of hundreds of kilobytes, always the same: asked now and then. */
const RARE = /^\/api\/v1\/(?:catalog$|calculator\/(?:instances|serverless\/providers))|^\/health$/u;
const RARE_CHANCE = 0.1;
/** The proxy that wrangler puts before workerd reads no longer heads, and answers them by itself. */
const TARGET_LENGTH_MAX = 12_000;
/** Seeds of neighbours must not be neighbours. */
const SEED_STEP = 0x9e_37_79_b1;

/** Makes requests from the document: each is known by its seed and its number. */
export function requestMaker(
  document: OpenApiDocument,
  seed: number,
): (index: number) => GeneratedRequest {
  const targets = Object.entries(document.paths).flatMap(([documentedPath, methods]) =>
    (Object.entries(methods) as [Method, Operation][]).map(([method, operation]): Target => ({
      operation,
      documentedPath,
      method,
    })),
  );
  const usual = targets.filter(({ documentedPath }) => !RARE.test(documentedPath));
  return (index) => {
    const random = new Random(seed + Math.imul(index, SEED_STEP));
    const target = random.pick(random.chance(RARE_CHANCE) ? targets : usual);
    const kind = random.pick<Kind>(["valid", "valid", "boundary", "broken"]);
    let request = requestTo(target, kind, document, random);
    while (request.path.length > TARGET_LENGTH_MAX) {
      request = requestTo(target, kind, document, random);
    }
    return { index, ...request };
  };
}

function requestTo(
  target: Target,
  kind: Kind,
  document: OpenApiDocument,
  random: Random,
): Omit<GeneratedRequest, "index"> {
  const { operation, documentedPath } = target;
  const maker = new ValueMaker(document.components.schemas, random);
  const values = valuesFor(target, document, maker, random);
  if (kind === "boundary") moveToBounds(maker.leaves, random);
  const asked = kind === "broken" ? breakValue(values, random) : values;
  const about = { kind, operation, documentedPath };
  if (target.method === "get") {
    const path = pathWith(documentedPath, operation, asWholeObject(asked));
    const headers = kind === "broken" ? strangeHeaders("GET", random) : {};
    return { ...about, method: "GET", path, headers };
  }
  const json = { "content-type": "application/json" };
  const text = JSON.stringify(asked);
  return {
    ...about,
    method: "POST",
    path: documentedPath,
    headers: { ...json, ...(kind === "broken" ? strangeHeaders("POST", random) : {}) },
    body: kind === "broken" ? breakText(text, random) : text,
  };
}

function valuesFor(
  { operation, documentedPath, method }: Target,
  { components }: OpenApiDocument,
  maker: ValueMaker,
  random: Random,
): Record<string, unknown> {
  if (documentedPath.includes("{provider}")) {
    const [provider, region] = random.pick(CATALOG_PLACES);
    return { provider, region };
  }
  if (method === "post") {
    const schema = operation.requestBody?.content["application/json"]?.schema ?? {};
    return maker.value(schema, "") as Record<string, unknown>;
  }
  // The parameters are those of the body, which knows what goes together.
  const name = operation.operationId.replace(/ByQuery$/u, "");
  const request = `${name.charAt(0).toUpperCase()}${name.slice(1)}Request`;
  const properties = Object.fromEntries(
    (operation.parameters ?? []).map(({ name: parameter, schema, content }) => [
      parameter,
      schema ?? content?.["application/json"]?.schema ?? {},
    ]),
  );
  const required = (operation.parameters ?? []).flatMap((each) => (each.required ? each.name : []));
  const ownSchema: JsonSchema = { type: "object", properties, required };
  return maker.value(components.schemas[request] ?? ownSchema, "") as Record<string, unknown>;
}

/** Moves some numbers to their bounds, or just beyond. */
function moveToBounds(leaves: readonly Leaf[], random: Random): void {
  if (leaves.length === 0) return;
  for (let count = random.whole(1, 3); count > 0; count -= 1) {
    const { holder, name, schema } = random.pick(leaves);
    const { minimum = 0, maximum = 1e15 } = schema as { minimum?: number; maximum?: number };
    const step = schema["type"] === "integer" ? 1 : (maximum - minimum) * 1e-9;
    holder[name] = random.pick([
      minimum,
      maximum,
      minimum + step,
      maximum - step,
      minimum - step,
      maximum + step,
      String(minimum),
      String(maximum),
    ]);
  }
}

function asWholeObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : { value };
}
