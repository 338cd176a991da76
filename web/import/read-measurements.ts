import { readInsights, readReports } from "./lambda-reports.ts";
import { readDurations } from "./logged-durations.ts";
import type { Measurements } from "./measurements.ts";
import { readPowerTuning } from "./power-tuning.ts";

/** What was measured, from whatever text it is in; `null` where nothing is recognised. */
export function readMeasurements(text: string): Measurements | null {
  if (text.trim() === "") return null;
  return readPowerTuning(text) ?? readReports(text) ?? readInsights(text) ?? readDurations(text);
}
