import { KB_PER_GB } from "./units.ts";
import { functionsOf, type Workload } from "./workload.ts";

/** GB that one request writes to the log, on average over the functions. */
export function logGbPerRequest(workload: Workload): number {
  let kb = 0;
  for (const { share = 1, logPerRequestKb = 0 } of functionsOf(workload)) {
    kb += share * logPerRequestKb;
  }
  return kb / KB_PER_GB;
}
