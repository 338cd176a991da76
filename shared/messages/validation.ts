import type { en } from "./en.ts";

/** A validation issue as the schemas report it: a code and its parameters. */
export interface ValidationIssue {
  readonly code?: string | undefined;
  readonly path?: readonly PropertyKey[] | undefined;
  readonly expected?: string | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
  readonly origin?: string | undefined;
  readonly values?: readonly unknown[] | undefined;
  readonly input?: unknown;
  readonly message?: string | undefined;
  readonly options?: readonly unknown[] | undefined;
}

/** The sentence for a validation issue, without the field's name before it. */
export function describeIssue(issue: ValidationIssue, texts: (typeof en)["fieldProblems"]): string {
  const { code, expected, origin } = issue;
  if (code === "invalid_type") {
    if (issue.input === undefined) return texts.required;
    if (expected === "int") return texts.integer;
    if (expected === "number") return texts.number;
    if (expected === "boolean") return texts.boolean;
    if (expected === "string") return texts.string;
    if (expected === "array") return texts.list;
    if (expected === "object" || expected === "record") return texts.object;
  }
  if (code === "too_small") {
    const least = Number(issue.minimum);
    if (origin === "string") return texts.charactersAtLeast(least);
    return origin === "array" ? texts.itemsAtLeast(least) : texts.atLeast(least);
  }
  if (code === "too_big") {
    const most = Number(issue.maximum);
    if (origin === "string") return texts.charactersAtMost(most);
    return origin === "array" ? texts.itemsAtMost(most) : texts.atMost(most);
  }
  if (code === "invalid_value" && issue.values) return texts.oneOf(issue.values.map(String));
  if (code === "invalid_union" && issue.options) return texts.oneOf(issue.options.map(String));
  if (code === "invalid_key") return texts.invalid;
  if (code === "custom" && issue.message) return issue.message;
  return texts.invalid;
}
