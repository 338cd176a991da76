import * as z from "zod/mini";
import { MachineTable } from "../../shared/catalog/machine-table.ts";
import type { MachineTypesFile } from "../../shared/catalog/rate-card.ts";
import { en } from "../../shared/messages/en.ts";
import { describeIssue } from "../../shared/messages/validation.ts";

/** What is wrong with a folder of prices, each with its file, row and field. */
export class CustomCatalogError extends Error {
  override readonly name = "CustomCatalogError" as const;
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** The content of a JSON file in its strict form; a `CustomCatalogError` says everything that is not. */
export function checkedFile<T>(name: string, text: string, schema: z.ZodMiniType<T>): T {
  const content = parsed(name, text);
  const result = z.safeParse(schema, content, { reportInput: true });
  if (result.success) return result.data;
  throw new CustomCatalogError(
    result.error.issues.map(
      (issue) => `${name}: ${placeOf(issue.path, content)} ${problemOf(issue)}`,
    ),
  );
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CustomCatalogError([`${name}: is not JSON: ${(error as Error).message}`]);
  }
}

function problemOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `has unknown fields: ${issue.keys.join(", ")}`;
  const sentence = describeIssue(issue, en.fieldProblems);
  return sentence === en.fieldProblems.invalid && issue.message ? issue.message : sentence;
}

/** `machine_types.prices.on_demand.unit_prices, row 37 (m5.large)`. */
function placeOf(path: readonly PropertyKey[], content: unknown): string {
  const row = path.findIndex((part) => typeof part === "number");
  if (row === -1) return path.map(String).join(".") || "the file";
  const fields = path.slice(0, row).map(String).join(".");
  const rest = path.slice(row + 1).map(String);
  const number = Number(path[row]);
  const name = path[0] === "machine_types" ? machineOf(content, number) : null;
  const at = name === null ? `row ${number}` : `row ${number} (${name})`;
  return [fields, at, ...(rest.length === 0 ? [] : [rest.join(".")])].join(", ");
}

function machineOf(content: unknown, row: number): string | null {
  try {
    const { machine_types: table } = content as { readonly machine_types: MachineTypesFile };
    return new MachineTable(table).names[row] ?? null;
  } catch {
    return null;
  }
}
