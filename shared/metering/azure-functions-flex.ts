import { MB_PER_GB, SECONDS_PER_HOUR } from "../units.ts";
import {
  gbSeconds,
  meanBilledMs,
  perMonth,
  perRequest,
  REQUESTS,
  type MeteringRule,
  type MeterUsage,
} from "./rule.ts";

const INSTANCE_SIZES_MB = [512, 2048, 4096] as const;
const BILLED_TIME = { stepMs: 100, leastMs: 1000 } as const;

/**
 * Azure Functions on the Flex Consumption plan: executions, and GB-seconds of the smallest
 * instance that holds the memory, over at least one second; one execution per instance at a time.
 * Always-ready instances are billed for being there, and at another price for what they execute.
 * https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#billing
 */
export const azureFunctionsFlex: MeteringRule = {
  limits: { memoryMb: INSTANCE_SIZES_MB[2], durationMs: 3_600_000 },
  options: ["provisioned"],
  billedTime: BILLED_TIME,
  memorySizesMb: INSTANCE_SIZES_MB,
  usage: (demand, { provisioned }) => {
    const { memoryMb } = demand;
    const instanceMb = INSTANCE_SIZES_MB.find((sizeMb) => memoryMb <= sizeMb) ?? memoryMb;
    const each = gbSeconds(instanceMb, meanBilledMs(demand, BILLED_TIME));
    if (provisioned === undefined) {
      return [REQUESTS, { meter: "compute", usage: perRequest(each) }];
    }
    const { instances, hoursPerMonth, executionsShare: ready } = provisioned;
    const readySeconds = instances * hoursPerMonth * SECONDS_PER_HOUR;
    const usage: MeterUsage[] = [
      {
        meter: "always_ready",
        price: "always_ready_baseline",
        usage: perMonth((readySeconds * instanceMb) / MB_PER_GB),
      },
      { meter: "requests", price: "always_ready_requests", usage: perRequest(ready) },
      { meter: "compute", price: "always_ready_compute", usage: perRequest(ready * each) },
    ];
    if (ready === 1) return usage;
    return [
      ...usage,
      { meter: "requests", usage: perRequest(1 - ready) },
      { meter: "compute", usage: perRequest((1 - ready) * each) },
    ];
  },
};
