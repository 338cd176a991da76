import { stepsBegun } from "../metering/rule.ts";
import { functionsOf, type Workload } from "../workload.ts";

/** How requests reach a function. */
export const FRONT_DOORS = [
  "none",
  "function_url",
  "http_api",
  "rest_api",
  "load_balancer",
] as const;
export type FrontDoor = (typeof FRONT_DOORS)[number];

/**
 * What an HTTP API counts as one call: each 512 KB begun.
 * https://aws.amazon.com/api-gateway/pricing/
 */
export const HTTP_API_CALL_KB = 512;

/** Calls that an HTTP API bills for one request, on average over the functions; at least 1. */
export function httpApiCallsPerRequest(workload: Workload): number {
  let calls = 0;
  for (const { share = 1, egressPerRequestKb } of functionsOf(workload)) {
    calls += share * Math.max(1, stepsBegun(egressPerRequestKb / HTTP_API_CALL_KB));
  }
  return calls;
}

/** KB that one request's response has, wherever it goes, on average over the functions. */
export function responseKbPerRequest(workload: Workload): number {
  let kb = 0;
  for (const { share = 1, egressPerRequestKb } of functionsOf(workload)) {
    kb += share * egressPerRequestKb;
  }
  return kb;
}
