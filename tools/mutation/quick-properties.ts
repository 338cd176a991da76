import fc from "fast-check";
import { vi } from "vitest";

/** That a property fails is all that a mutation run asks; the smallest counterexample costs minutes. */
fc.configureGlobal({ endOnFailure: true });

/** What a property catches it catches early, as a rule; so a twentieth of its runs is asked for each mutant. */
vi.mock(import("../../test/shared/engine/_arbitraries.ts"), async (original) => {
  const actual = await original();
  return { ...actual, runs: (numRuns: number) => actual.runs(Math.ceil(numRuns / 20)) };
});
