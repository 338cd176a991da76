import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { assumptionRows, type AssumptionRow } from "../../web/elements/assumption-rows.ts";
import { formatterFor, type Language } from "../../web/format.ts";
import { assumptionTexts } from "../../web/messages/assumptions-texts.ts";
import { formTexts } from "../../web/messages/form-texts.ts";
import { pageTexts } from "../../web/messages/messages.ts";
import { DEFAULT_INPUTS } from "../../web/state/default-inputs.ts";
import { FUNCTION_CHOICES } from "../../web/state/function-choices.ts";
import type { SimulationInputs } from "../../web/state/inputs.ts";
import { inputs as anyInputs } from "./_inputs.ts";

/** Inputs that are no assumptions: what is compared, and how the answer is looked at. */
const OTHERS: ReadonlySet<keyof SimulationInputs> = new Set([
  "functions",
  "machines",
  "growthPercent",
  "horizonMonths",
  "oneOffCost",
  "requestsSpread",
  "durationSpread",
  "memorySpread",
  "egressSpread",
  "requestsScale",
  "costScale",
] as const);
const KEYS = (Object.keys(DEFAULT_INPUTS) as (keyof SimulationInputs)[]).filter(
  (key) => !OTHERS.has(key),
);

/** Every option is there, and counts. */
const OPEN: SimulationInputs = {
  ...DEFAULT_INPUTS,
  functions: FUNCTION_CHOICES,
  provisionedInstances: 2,
  usdPerWorkHour: 50,
  countsLogs: true,
};

beforeAll(() =>
  Promise.all(
    (["en", "ja"] as const).flatMap((language) =>
      [pageTexts, formTexts, assumptionTexts].map((shelf) => shelf.load(language)),
    ),
  ),
);

function rowsOf(inputs: SimulationInputs, language: Language = "en"): readonly AssumptionRow[] {
  return assumptionRows(inputs, {
    texts: assumptionTexts.in(language),
    form: formTexts.in(language),
    page: pageTexts.in(language).page,
    format: formatterFor(language, inputs.currency),
    language,
    index: null,
  });
}

describe("the list of assumptions", () => {
  test("marks all of them as defaults at the start, but for the conventions", () => {
    const marks = rowsOf(DEFAULT_INPUTS).map(({ isDefault }) => isDefault);
    expect(marks.filter((mark) => mark === null)).toHaveLength(2);
    expect(marks.filter((mark) => mark === false)).toEqual([]);
    expect(marks.length).toBeGreaterThan(25);
  });

  test.each(KEYS)("shows a change of %s, and marks it as one", (key) => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const before = key === "fixedMachines" ? { ...OPEN, sizing: "fixed" as const } : OPEN;
        const isSameAsDefault = JSON.stringify(inputs[key]) === JSON.stringify(DEFAULT_INPUTS[key]);
        fc.pre(!isSameAsDefault);
        const changed = rowsOf({ ...before, [key]: inputs[key] });
        const marked = changed.filter(({ isDefault }) => isDefault === false).length;
        const alreadyMarked = rowsOf({ ...before, [key]: DEFAULT_INPUTS[key] }).filter(
          ({ isDefault }) => isDefault === false,
        ).length;
        expect(marked).toBeGreaterThanOrEqual(Math.max(1, alreadyMarked));
      }),
      { numRuns: 10 },
    );
  });

  test("hides options that no compared function has", () => {
    const labels = (functions: SimulationInputs["functions"]) =>
      rowsOf({ ...DEFAULT_INPUTS, functions }).map(({ label }) => label);
    const lambda = FUNCTION_CHOICES.filter(({ service }) => service === "aws_lambda");
    expect(labels(lambda)).toContain("SnapStart (start from a snapshot)");
    expect(labels(lambda)).not.toContain("Requests served at a time");
    expect(labels([])).not.toContain("SnapStart (start from a snapshot)");
  });

  test("says what was assumed for what was not measured", () => {
    const values = Object.fromEntries(
      rowsOf(DEFAULT_INPUTS).map(({ label, value }) => [label, value]),
    );
    expect(values["CPU time per request"]).toBe("34.731487 ms, as Lambda would give it");
    expect(values["Memory per request in flight"]).toBe("512 MB, as the function");
    expect(values["A month"]).toBe("730 hours");
  });

  test("is Japanese in Japanese", () => {
    const labels = rowsOf(OPEN, "ja").map(({ label }) => label);
    expect(
      labels.filter((label) => !/[ぁ-んァ-ヶ一-龠]/u.test(label) && !/vCPU|SnapStart/u.test(label)),
    ).toEqual([]);
  });
});
