import {
  meanDurationMs,
  sharesOfHistogram,
  sharesOfPercentiles,
} from "../../shared/duration-distribution.ts";
import { FIELDS } from "../../shared/fields.ts";
import { peakOf } from "../../shared/hourly-profile.ts";
import type { DemandOfShare } from "../../shared/mean-demand.ts";
import type { DurationShare, RequestDemand } from "../../shared/request-demand.ts";
import {
  hourlyWeightsOf,
  type Durations,
  type FunctionBody,
  type WorkloadBody,
} from "../../shared/schema/workload.ts";
import { given, toFunctionOptions } from "./function-options.ts";
import { toRequestsPerMonth, toWholeNanoseconds } from "../../shared/units.ts";
import type { Workload } from "../../shared/workload.ts";

type DemandBody = Omit<FunctionBody, "monthly_executions" | "memory_mb"> & {
  readonly memory_mb?: number | undefined;
};

/** The engine's workload of a checked body. */
export function toWorkload(body: WorkloadBody): Workload {
  const { functions } = body;
  const weights = hourlyWeightsOf(body);
  const common = {
    peakToAverage:
      body.peak_to_average ??
      (weights === undefined ? FIELDS.peak_to_average.default : peakOf(weights)),
    targetUtilisation: body.target_utilisation,
    memoryReserveMb: body.memory_reserve_mb,
    ...(weights === undefined ? {} : { hourlyWeights: weights }),
  };
  if (functions === undefined) {
    return { ...toDemand(body), requestsPerMonth: requestsPerMonthOf(body), ...common };
  }
  const requestsPerMonth = functions.reduce((total, { monthly_executions: n }) => total + n, 0);
  // Without any load each function counts alike: what one request needs must still be known.
  const shareOf = (executions: number) =>
    requestsPerMonth === 0 ? 1 / functions.length : executions / requestsPerMonth;
  const demands = functions.map((one) => ({
    ...toDemand(one),
    share: shareOf(one.monthly_executions),
    options: { ...toFunctionOptions(one), ...given("architecture", one.architecture) },
  }));
  return { ...meanDemand(demands), requestsPerMonth, ...common, functions: demands };
}

function requestsPerMonthOf(body: WorkloadBody): number {
  return (
    body.monthly_executions ??
    body.hourly_counts?.requestsPerMonth ??
    Math.round(toRequestsPerMonth(body.requests_per_second ?? 0))
  );
}

function toDemand(body: DemandBody): RequestDemand {
  const durations = body.durations && toShares(body.durations);
  return {
    durationMs: durations
      ? meanDurationMs(durations)
      : toWholeNanoseconds(body.execution_time_ms ?? 0),
    memoryMb: body.memory_mb ?? 0,
    egressPerRequestKb: body.egress_per_request_kb,
    internetTransferRatio: body.internet_transfer_ratio,
    cpuMs: body.cpu_ms ?? null,
    memoryPerRequestMb: body.memory_per_request_mb ?? null,
    logPerRequestKb: body.log_per_request_kb,
    ...(durations === undefined ? {} : { durations }),
    ...(body.cold_starts === undefined
      ? {}
      : { coldStarts: { ratio: body.cold_starts.ratio, initMs: body.cold_starts.init_ms } }),
  };
}

function toShares(durations: Durations): DurationShare[] {
  const weighted = durations.flatMap((part) =>
    "weight" in part
      ? [{ durationMs: toWholeNanoseconds(part.execution_time_ms), weight: part.weight }]
      : [],
  );
  if (weighted.length > 0) return sharesOfHistogram(weighted);
  return sharesOfPercentiles(
    durations.flatMap((part) =>
      "percentile" in part
        ? [{ durationMs: toWholeNanoseconds(part.execution_time_ms), percentile: part.percentile }]
        : [],
    ),
  );
}

/** What the mean request of several functions needs, for what is shown of the whole. */
function meanDemand(demands: readonly DemandOfShare[]): RequestDemand {
  const mean = (of: (demand: RequestDemand) => number): number =>
    demands.reduce((total, demand) => total + demand.share * of(demand), 0);
  return {
    durationMs: mean(({ durationMs }) => durationMs),
    memoryMb: mean(({ memoryMb }) => memoryMb),
    egressPerRequestKb: mean(({ egressPerRequestKb }) => egressPerRequestKb),
    internetTransferRatio: demands[0]?.internetTransferRatio ?? 0,
    cpuMs: null,
    memoryPerRequestMb: null,
  };
}
