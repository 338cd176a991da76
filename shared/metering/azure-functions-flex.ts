import { scaledUsage } from "../engine/request-usage.ts";
import { MB_PER_GB, SECONDS_PER_HOUR } from "../units.ts";
import { splitRequests } from "./provisioned.ts";
import {
  gbSeconds,
  meanBilledMs,
  perMonth,
  perRequest,
  REQUESTS,
  type MeteringRule,
} from "./rule.ts";

const INSTANCE_SIZES_MB = [512, 2048, 4096] as const;
const BILLED_TIME = { stepMs: 100, leastMs: 1000 } as const;

/**
 * Azure Functions on the Flex Consumption plan: executions, and GB-seconds of the smallest
 * instance that holds the memory, over at least one second. An instance is billed while it executes
 * anything, so requests that it serves at a time (`concurrency`, one unless given) share its seconds:
 * here each has its part, as if instances were always that full.
 * Always-ready instances are billed for being there, and at another price for what they execute.
 * https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#billing and
 * https://learn.microsoft.com/azure/azure-functions/functions-concurrency#http-trigger-concurrency
 */
export const azureFunctionsFlex: MeteringRule = {
  limits: { memoryMb: INSTANCE_SIZES_MB[2], durationMs: 3_600_000, concurrency: 1000 },
  options: ["concurrency", "provisioned"],
  billedTime: BILLED_TIME,
  memorySizesMb: INSTANCE_SIZES_MB,
  usage: (demand, { provisioned, concurrency = 1 }) => {
    const { memoryMb } = demand;
    const instanceMb = INSTANCE_SIZES_MB.find((sizeMb) => memoryMb <= sizeMb) ?? memoryMb;
    const billedMs = meanBilledMs(demand, BILLED_TIME);
    const each = gbSeconds(instanceMb, billedMs) / concurrency;
    if (provisioned === undefined) {
      return [REQUESTS, { meter: "compute", usage: perRequest(each) }];
    }
    const { ready, others } = splitRequests(provisioned, billedMs, concurrency);
    let readySeconds = 0;
    for (const { instances, hoursPerMonth } of provisioned) {
      readySeconds += instances * hoursPerMonth * SECONDS_PER_HOUR;
    }
    return [
      {
        meter: "always_ready",
        price: "always_ready_baseline",
        usage: perMonth((readySeconds * instanceMb) / MB_PER_GB),
      },
      { meter: "requests", price: "always_ready_requests", usage: ready },
      { meter: "compute", price: "always_ready_compute", usage: scaledUsage(ready, each) },
      { meter: "requests", usage: others },
      { meter: "compute", usage: scaledUsage(others, each) },
    ];
  },
};
