import type { FunctionServiceId } from "../../../shared/catalog/providers.ts";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import type { MeterUsage } from "../../../shared/metering/rule.ts";
import type { FunctionOffer } from "../../../shared/offer.ts";
import type { Workload } from "../../../shared/workload.ts";

const WORKLOAD: Workload = {
  requestsPerMonth: 1_000_000,
  durationMs: 100,
  memoryMb: 128,
  egressPerRequestKb: 0,
  internetTransferRatio: 100,
  peakToAverage: 1,
  cpuMs: null,
  memoryPerRequestMb: null,
  targetUtilisation: 0.7,
  memoryReserveMb: 256,
};

/** What a service meters of a workload. */
export function usageOf(
  service: FunctionServiceId,
  workload: Partial<Workload>,
  offer: Partial<FunctionOffer> = {},
): readonly MeterUsage[] {
  return METERING_RULES[service].usage(
    { ...WORKLOAD, ...workload },
    {
      kind: "function",
      service,
      region: "",
      architecture: "x86_64",
      ...offer,
    },
  );
}

/** Usage of each meter that one request adds, in the meter's unit. */
export function usagePerRequest(
  service: FunctionServiceId,
  workload: Partial<Workload>,
  offer: Partial<FunctionOffer> = {},
): Record<string, number> {
  const usage = usageOf(service, workload, offer);
  return Object.fromEntries(usage.map(({ meter, usage: { perRequest } }) => [meter, perRequest]));
}
