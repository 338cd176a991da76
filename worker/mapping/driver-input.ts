import type { Driver } from "../../shared/drivers/driver-names.ts";
import { fieldRange, type DriverRange } from "../../shared/drivers/driver-parts.ts";
import { DRIVER_DEFINITIONS, type DrivenQuestion } from "../../shared/drivers/driver.ts";
import { invalidFields, type HttpProblem } from "../http/problem.ts";

/** Refuses a driver that the workload's costs are not followed along: the time of too many durations, say. */
export function assertFollowed(driver: Driver, question: DrivenQuestion, path: string): void {
  if (DRIVER_DEFINITIONS[driver].read(question) !== null) return;
  throw notFollowed(driver, path);
}

/** A driver that a workload's costs are not followed along. */
export function notFollowed(driver: Driver, path: string): HttpProblem {
  const name = driver.replaceAll("_", " ");
  return invalid(path, `cannot be used: this workload is not followed along its ${name}`);
}

/** Refuses a range beyond what the driver's field takes. */
export function assertWithin(driver: Driver, { min, max }: DriverRange): void {
  const field = fieldRange(driver);
  if (min < field.min) throw invalid("range.min", `must be at least ${field.min}`);
  if (max > field.max) throw invalid("range.max", `must be at most ${field.max}`);
}

function invalid(path: string, problem: string): HttpProblem {
  return invalidFields([{ path, message: `${path} ${problem}` }]);
}
