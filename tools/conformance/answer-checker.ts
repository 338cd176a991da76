import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { OpenApiDocument, Operation, Response as Documented } from "../openapi/document.ts";

type Json = Readonly<Record<string, unknown>>;

/** Says in what an answer is not what the API document promises. */
export class AnswerChecker {
  private readonly responses: OpenApiDocument["components"]["responses"];
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly ajv: Ajv2020;
  /** Takes numeric strings for numbers, as the API does. */
  private readonly lenient: Ajv2020;

  constructor({ components }: OpenApiDocument) {
    this.responses = components.responses;
    this.ajv = new Ajv2020({ strict: false, allErrors: true });
    // Whatever an answer has must be documented, though clients are told that more may come.
    this.ajv.addSchema({ $id: "document:", components: { schemas: closed(components.schemas) } });
    this.lenient = new Ajv2020({ strict: false, coerceTypes: true });
    this.lenient.addSchema({ $id: "document:", components: { schemas: components.schemas } });
  }

  /** What is wrong with the answer to a request of an operation, in words. */
  faults({ responses }: Operation, { status, headers }: Response, text: string): string[] {
    const documented = this.resolved(responses[String(status)]);
    if (documented === undefined) return [`status ${status} is not documented`];
    if (documented.content === undefined) return text === "" ? [] : ["has a body"];
    const type = headers.get("content-type")?.split(";", 1)[0] ?? "none";
    const content = documented.content[type];
    if (content === undefined) return [`media type ${type} is not documented for ${status}`];
    if (!type.endsWith("json")) return text === "" ? ["has no body"] : [];
    const validate = this.validatorOf(content.schema);
    if (validate(JSON.parse(text))) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath} ${message ?? ""} ${JSON.stringify(params)}`,
    );
  }

  /** What the document says is wrong with a body that was answered all the same. */
  bodyFaults({ requestBody }: Operation, body: string): string[] {
    const schema = requestBody?.content["application/json"]?.schema;
    if (schema === undefined) return [];
    const validate = this.validatorOf(schema, this.lenient);
    if (validate(JSON.parse(body.replace(/^\uFEFF/u, "")))) return [];
    return [`is answered, though: ${this.lenient.errorsText(validate.errors)}`];
  }

  private resolved(documented: Documented | undefined): Documented | undefined {
    const name = documented?.$ref?.split("/").at(-1);
    return name === undefined ? documented : this.responses[name];
  }

  private validatorOf({ $ref, ...schema }: Json, ajv: Ajv2020 = this.ajv): ValidateFunction {
    const key = JSON.stringify([$ref, schema, ajv === this.ajv]);
    let validate = this.validators.get(key);
    if (validate === undefined) {
      const reference = typeof $ref === "string" ? { $ref: `document:${$ref}` } : schema;
      validate = ajv.compile(reference);
      this.validators.set(key, validate);
    }
    return validate;
  }
}

/** Schemas that allow no property but those that they name. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)] as const);
  const isOpen = "properties" in schema && (schema as Json)["type"] === "object";
  return { ...(isOpen ? { additionalProperties: false } : {}), ...Object.fromEntries(entries) };
}
