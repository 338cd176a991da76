import type { SimulationInputs } from "./inputs.ts";

/** Whether two inputs differ in nothing, or in one alone. */
export function areSameBut(
  ignored: keyof SimulationInputs,
  a: SimulationInputs,
  b: SimulationInputs,
): boolean {
  const keys = Object.keys(a) as (keyof SimulationInputs)[];
  return keys.every((key) => key === ignored || a[key] === b[key]);
}
