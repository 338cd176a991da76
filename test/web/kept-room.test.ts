import { expect, test } from "vitest";
import { costSimulatorStyles } from "../../web/elements/cost-simulator.styles.ts";
import { DEFAULT_INPUTS } from "../../web/state/default-inputs.ts";

test("until there is an answer, room is kept for the offers of the start", () => {
  const { functions, machines } = DEFAULT_INPUTS;
  expect(costSimulatorStyles.cssText).toContain(`--offers: ${functions.length + machines.length};`);
});
