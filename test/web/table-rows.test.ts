import { expect, test } from "vitest";
import type { Answer } from "../../web/state/simulation.ts";
import { tableRows } from "../../web/state/table-rows.ts";

/** An answer about two functions and two machines, with break-even points of these pairs. */
function answerWith(pairs: readonly (readonly [string, string])[]): Answer {
  const offer = (id: string, kind: "function" | "machine") => ({ id, offer: { kind } });
  return {
    offers: [
      offer("arm64", "function"),
      offer("x86", "function"),
      offer("small", "machine"),
      offer("large", "machine"),
    ],
    comparison: { breakEvenPoints: pairs.map((between) => ({ between })) },
  } as unknown as Answer;
}

test("the break-even table has rows for the points of a function and a machine, not of two of a kind", () => {
  const answer = answerWith([
    ["arm64", "small"],
    ["arm64", "x86"],
    ["arm64", "small"],
    ["x86", "large"],
    ["small", "large"],
  ]);
  expect(tableRows(answer)).toEqual({ pairs: 2, rows: 3 });
});

test("the points of a pair beyond the third are summed up in one row", () => {
  const answer = answerWith(Array.from({ length: 9 }, () => ["arm64", "small"] as const));
  expect(tableRows(answer)).toEqual({ pairs: 1, rows: 4 });
});

test("an answer without points has no rows", () => {
  expect(tableRows(answerWith([]))).toEqual({ pairs: 0, rows: 0 });
});
