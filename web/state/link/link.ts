import { CUSTOM_PRICES_MAX, DURATIONS_MAX, FIELDS, OFFERS_MAX } from "../../../shared/fields.ts";
import { PROVIDERS, type ProviderId } from "../../../shared/catalog/providers.ts";
import type { DurationPercentile } from "../../../shared/duration-distribution.ts";
import { FRONT_DOORS } from "../../../shared/side-costs/front-door.ts";
import { DEFAULT_INPUTS } from "../default-inputs.ts";
import type { SimulationInputs } from "../inputs.ts";
import {
  CUSTOM_PRICE_PARAMETER,
  EGRESS_RATE_PARAMETER,
  FUNCTION_PARAMETER,
  MACHINE_PARAMETER,
  NAME_PARAMETER,
  PERCENTILE_PARAMETER,
} from "./choice-parameters.ts";
import { list, numberParameter, oneOf, orNothing, SWITCH, type Parameter } from "./parameter.ts";

/**
 * The version of links. What a link leaves out has the value of `DEFAULT_INPUTS`, so another value
 * there, as another name here, is another version; links of this one must go on meaning what they do.
 */
export const LINK_VERSION = "1";
const VERSION_NAME = "v";

const HOURS_OF_DAY = 24;
const HOURS_OF_WEEK = 168;

const EGRESS_RATES = list(EGRESS_RATE_PARAMETER, PROVIDERS.length);

/** The name of each input in a link, and how its value is written. */
const PARAMETERS: {
  readonly [Key in keyof SimulationInputs]: readonly [string, Parameter<SimulationInputs[Key]>];
} = {
  region: ["place", NAME_PARAMETER],
  memoryMb: ["memory", numberParameter(FIELDS.service_memory_mb)],
  durationMs: ["time", numberParameter(FIELDS.execution_time_ms)],
  requestsPerMonth: ["requests", numberParameter(FIELDS.monthly_executions)],
  egressPerRequestKb: ["egress", numberParameter(FIELDS.egress_per_request_kb)],
  internetTransferRatio: ["internet", numberParameter(FIELDS.internet_transfer_ratio)],
  logPerRequestKb: ["log", numberParameter(FIELDS.log_per_request_kb)],
  durations: ["times", rising(list(PERCENTILE_PARAMETER, DURATIONS_MAX))],
  hourlyWeights: ["hours", hours(list(numberParameter(FIELDS.weight), HOURS_OF_WEEK))],
  coldStartRatio: ["cold", numberParameter(FIELDS.cold_start_ratio)],
  initMs: ["init", numberParameter(FIELDS.init_ms)],
  peakToAverage: ["peak", numberParameter(FIELDS.peak_to_average)],
  cpuMs: ["cpu", orNothing(numberParameter(FIELDS.cpu_ms))],
  memoryPerRequestMb: ["inflight", orNothing(numberParameter(FIELDS.memory_per_request_mb))],
  targetUtilisation: ["utilisation", numberParameter(FIELDS.target_utilisation)],
  memoryReserveMb: ["reserve", numberParameter(FIELDS.memory_reserve_mb)],
  functions: ["functions", list(FUNCTION_PARAMETER, OFFERS_MAX)],
  ephemeralStorageMb: ["tmp", numberParameter(FIELDS.ephemeral_storage_mb)],
  cpuCount: ["vcpu", numberParameter(FIELDS.cpu_count)],
  concurrency: ["concurrency", numberParameter(FIELDS.concurrency)],
  minimumInstances: ["kept", numberParameter(FIELDS.minimum_instances)],
  provisionedInstances: ["provisioned", numberParameter(FIELDS.minimum_instances)],
  provisionedHours: ["provisioned-hours", numberParameter(FIELDS.provisioned_hours)],
  provisionedShare: ["provisioned-share", numberParameter(FIELDS.share)],
  snapStart: ["snapstart", SWITCH],
  streamsResponses: ["stream", SWITCH],
  machines: ["machines", list(MACHINE_PARAMETER, OFFERS_MAX)],
  sizing: ["sizing", oneOf(["peak", "fixed", "autoscaled"])],
  minimumMachines: ["least-machines", numberParameter(FIELDS.minimum_machines)],
  fixedMachines: ["machine-count", numberParameter(FIELDS.machines)],
  frontDoor: ["door", oneOf(FRONT_DOORS)],
  loadBalancer: ["balancer", SWITCH],
  publicIpv4: ["ipv4", SWITCH],
  diskGb: ["disk", numberParameter(FIELDS.disk_gb)],
  natGateway: ["nat", SWITCH],
  countsLogs: ["logs", SWITCH],
  functionWorkHours: ["function-work", numberParameter(FIELDS.work_hours)],
  machineWorkHours: ["machine-work", numberParameter(FIELDS.work_hours)],
  usdPerWorkHour: ["work-rate", numberParameter(FIELDS.hourly_rate)],
  includeFreeTier: ["free", SWITCH],
  includeEgressFreeTier: ["free-egress", SWITCH],
  customEgressRates: ["egress-rates", egressRates()],
  customPrices: ["prices", list(CUSTOM_PRICE_PARAMETER, CUSTOM_PRICES_MAX)],
  currency: ["currency", oneOf(["USD", "JPY"])],
  exchangeRate: ["yen", numberParameter(FIELDS.exchange_rate)],
  growthPercent: ["growth", numberParameter(FIELDS.growth_percent)],
  horizonMonths: ["months", numberParameter(FIELDS.horizon_months)],
  oneOffCost: ["one-off", numberParameter(FIELDS.one_off_cost)],
  requestsSpread: ["requests-pm", numberParameter(FIELDS.spread_percent)],
  durationSpread: ["time-pm", numberParameter(FIELDS.spread_percent)],
  memorySpread: ["memory-pm", numberParameter(FIELDS.spread_percent)],
  egressSpread: ["egress-pm", numberParameter(FIELDS.spread_percent)],
  requestsScale: ["x", oneOf(["log", "linear"])],
  costScale: ["y", oneOf(["log", "linear"])],
};

const KEYS = Object.keys(PARAMETERS) as (keyof SimulationInputs)[];

/** The inputs as the fragment of a link, `#v=1&memory=1024`: only what differs from the start. */
export function toFragment(inputs: SimulationInputs): string {
  const parts = [`${VERSION_NAME}=${LINK_VERSION}`];
  for (const key of KEYS) {
    const text = written(key, inputs);
    if (text !== written(key, DEFAULT_INPUTS)) {
      parts.push(`${PARAMETERS[key][0]}=${encoded(text)}`);
    }
  }
  return `#${parts.join("&")}`;
}

/**
 * The inputs of a link's fragment; `null` for one that is not of this kind. What it does not say,
 * or says in a way that cannot be read, is as at the start.
 */
export function fromFragment(fragment: string): SimulationInputs | null {
  const parameters = new URLSearchParams(fragment.replace(/^#/u, ""));
  if (parameters.get(VERSION_NAME) !== LINK_VERSION) return null;
  const read: Partial<Record<keyof SimulationInputs, unknown>> = {};
  for (const key of KEYS) {
    const [name, parameter] = PARAMETERS[key];
    const text = parameters.get(name);
    const value = text === null ? undefined : parameter.read(text);
    if (value !== undefined) read[key] = value;
  }
  return { ...DEFAULT_INPUTS, ...(read as Partial<SimulationInputs>) };
}

function written(key: keyof SimulationInputs, inputs: SimulationInputs): string {
  // A parameter and its input are of one key, which types do not follow through a union of keys.
  const parameter = PARAMETERS[key][1] as Parameter<unknown>;
  return parameter.write(inputs[key]);
}

/** Percent signs only where a link would break: it is meant to be read. */
function encoded(text: string): string {
  return text.replaceAll(/[^\w.,:@*;-]/gu, encodeURIComponent);
}

/** Weights of 24 or 168 hours of which one is not zero, or none. */
function hours({ write, read }: Parameter<readonly number[]>): Parameter<readonly number[]> {
  return {
    write,
    read: (text) => {
      const weights = read(text) ?? [];
      if (weights.length === 0) return weights;
      if (![HOURS_OF_DAY, HOURS_OF_WEEK].includes(weights.length)) return undefined;
      return weights.some((weight) => weight > 0) ? weights : undefined;
    },
  };
}

/** Percentiles that rise, of durations that do not fall. */
function rising({
  write,
  read,
}: Parameter<readonly DurationPercentile[]>): Parameter<readonly DurationPercentile[]> {
  return {
    write,
    read: (text) => {
      const points = read(text) ?? [];
      const isRising = points.every(({ percentile, durationMs }, index) => {
        const before = points[index - 1];
        return !before || (percentile > before.percentile && durationMs >= before.durationMs);
      });
      return isRising ? points : undefined;
    },
  };
}

function egressRates(): Parameter<SimulationInputs["customEgressRates"]> {
  return {
    write: (rates) => EGRESS_RATES.write(Object.entries(rates) as [ProviderId, number][]),
    read: (text) => Object.fromEntries(EGRESS_RATES.read(text) ?? []),
  };
}
