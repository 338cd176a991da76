import { PricingError } from "../../shared/engine/errors.ts";
import { en } from "../../shared/messages/en.ts";
import { describeIssue, type ValidationIssue } from "../../shared/messages/validation.ts";
import type { Problem } from "../../shared/schema/problem.ts";
import { problemOf, toFieldName } from "../../shared/mapping/field-names.ts";
import type { CompleteAnswer } from "./complete.ts";
import { json, type Answer } from "./respond.ts";

/** Kinds of problem, with their status: the `type` of a problem document ends in one of these names. */
const STATUSES = {
  "invalid-input": 400,
  "malformed-json": 400,
  "not-found": 404,
  "not-acceptable": 406,
  "method-not-allowed": 405,
  "body-too-large": 413,
  "unsupported-media-type": 415,
  "target-too-long": 414,
  "too-many-requests": 429,
  "headers-too-large": 431,
  "too-slow": 503,
  "batch-used-up": 503,
  "internal-error": 500,
} as const;
export type ProblemKind = keyof typeof STATUSES;

interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** A request that cannot be answered, with what its sender is told. */
export class HttpProblem extends Error {
  override readonly name = "HttpProblem" as const;
  readonly kind: ProblemKind;
  readonly errors: readonly FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    kind: ProblemKind,
    detail: string,
    options: { errors?: readonly FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.kind = kind;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }
}

/** Issues shown; a list of thousands helps nobody. */
const ISSUES_SHOWN = 20;

/** The problem of input that a schema refuses. */
export function invalidInput(issues: readonly ValidationIssue[]): HttpProblem {
  const errors = issues.slice(0, ISSUES_SHOWN).map((issue) => {
    const path = (issue.path ?? []).map(String).join(".");
    return { path, message: `${path || "the body"} ${describeIssue(issue, en.fieldProblems)}` };
  });
  return invalidFields(errors);
}

/** The problem of fields whose messages name them. */
export function invalidFields(errors: readonly FieldError[]): HttpProblem {
  return new HttpProblem("invalid-input", errors.map(({ message }) => message).join("; "), {
    errors,
  });
}

/** The problem of input that the engine refuses, with the API's names in its path. */
function pricingProblem(error: PricingError): HttpProblem {
  const path = error.path.map(toFieldName).join(".");
  return invalidFields([{ path, message: `${path}: ${problemOf(error, en)}` }]);
}

/** The answer that any thrown error becomes; only what is made for the client is told. */
export function problemAnswer(error: unknown, path: string): Answer {
  const problem = toHttpProblem(error);
  const status = STATUSES[problem.kind];
  const document: Problem = {
    type: `urn:cost-simulator:problem:${problem.kind}`,
    title: titleOf(problem.kind),
    status,
    detail: problem.message,
    instance: path,
    errors: problem.errors && [...problem.errors],
    success: false,
    error: problem.message,
  };
  return json(document, status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...problem.headers,
  });
}

/** The same where the application itself is not asked. */
export function bareProblem(problem: HttpProblem): CompleteAnswer {
  const { status, headers, body } = problemAnswer(problem, "/");
  return { status, fields: Object.entries(headers).flat(), body };
}

/** A kind as a person writes it: "body-too-large" is "Body too large". */
function titleOf(kind: ProblemKind): string {
  const words = kind.replaceAll("-", " ").replace("json", "JSON");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function toHttpProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof PricingError) return pricingProblem(error);
  return new HttpProblem(
    "internal-error",
    "The server could not answer; this is not your mistake.",
  );
}
