import * as z from "zod/mini";
import { invalidInput } from "./problem.ts";
import type { Route } from "./route.ts";

/** Issues keep the value at fault, which tells a missing field from a wrong one. */
const REPORT_INPUT = { reportInput: true } as const;

/** What a route's schema makes of a body; throws the problem of one that it refuses. */
export function parsedInput({ input }: Pick<Route, "input">, body: unknown): unknown {
  if (input === null) return undefined;
  const parsed = z.safeParse(input, body, REPORT_INPUT);
  if (!parsed.success) throw invalidInput(parsed.error.issues);
  return parsed.data;
}
