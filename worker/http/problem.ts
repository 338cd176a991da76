import { PricingError } from "../../shared/engine/errors.ts";
import { en } from "../../shared/messages/en.ts";
import { describeIssue, type ValidationIssue } from "../../shared/messages/validation.ts";
import type { Problem } from "../../shared/schema/problem.ts";
import { problemOf, toFieldName } from "../../shared/mapping/field-names.ts";
import type { CompleteAnswer } from "./complete.ts";
import { json, type Answer } from "./respond.ts";

/** Kinds of problem: the `type` of a problem document ends in one of these names. */
const TITLES = {
  "invalid-input": { status: 400, title: "Invalid input" },
  "malformed-json": { status: 400, title: "Malformed JSON" },
  "not-found": { status: 404, title: "Not found" },
  "not-acceptable": { status: 406, title: "Not acceptable" },
  "method-not-allowed": { status: 405, title: "Method not allowed" },
  "body-too-large": { status: 413, title: "Body too large" },
  "unsupported-media-type": { status: 415, title: "Unsupported media type" },
  "target-too-long": { status: 414, title: "Target too long" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  "headers-too-large": { status: 431, title: "Headers too large" },
  "too-slow": { status: 503, title: "Too slow" },
  "batch-used-up": { status: 503, title: "Batch used up" },
  "internal-error": { status: 500, title: "Internal error" },
} as const;
export type ProblemKind = keyof typeof TITLES;

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
  return new HttpProblem("invalid-input", errors.map(({ message }) => message).join("; "), {
    errors,
  });
}

/** The problem of input that the engine refuses, with the API's names in its path. */
function pricingProblem(error: PricingError): HttpProblem {
  const path = error.path.map(toFieldName).join(".");
  const message = `${path}: ${problemOf(error, en)}`;
  return new HttpProblem("invalid-input", message, { errors: [{ path, message }] });
}

/** The answer that any thrown error becomes; only what is made for the client is told. */
export function problemAnswer(error: unknown, path: string): Answer {
  const problem = toHttpProblem(error);
  const { status, title } = TITLES[problem.kind];
  const document: Problem = {
    type: `urn:cost-simulator:problem:${problem.kind}`,
    title,
    status,
    detail: problem.message,
    instance: path,
    ...(problem.errors === undefined ? {} : { errors: [...problem.errors] }),
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

function toHttpProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof PricingError) return pricingProblem(error);
  return new HttpProblem(
    "internal-error",
    "The server could not answer; this is not your mistake.",
  );
}
