import type {
  FunctionServiceId,
  MachineServiceId,
  ProviderId,
} from "../../shared/catalog/providers.ts";
import type { Purchase } from "../../shared/catalog/purchase.ts";
import type { Architecture } from "../../shared/catalog/rate-card.ts";
import type { DurationPercentile } from "../../shared/duration-distribution.ts";
import type { Sizing } from "../../shared/engine/sizing.ts";
import { FIELDS } from "../../shared/fields.ts";
import type { FrontDoor } from "../../shared/side-costs/front-door.ts";
import { SECONDS_PER_MONTH, type Currency } from "../../shared/units.ts";

/** A function configuration that can be switched on. */
export interface FunctionChoice {
  readonly service: FunctionServiceId;
  readonly architecture: Architecture;
}

/** A machine type that was picked, and how it is paid for. */
export interface MachineChoice {
  readonly service: MachineServiceId;
  readonly instanceType: string;
  readonly purchase: Purchase;
}

/** How many machines are rented: for the busiest moment, for each hour of the profile, or a number. */
export type SizingChoice = Sizing["kind"];

/** A price of the visitor's own; what is left out stands for all. */
export interface CustomPriceChoice {
  readonly provider: ProviderId;
  readonly service?: string;
  readonly instanceType?: string;
  readonly change: { readonly discountPercent: number } | { readonly unitPriceUsd: number };
}

/** Whether an axis of the chart has equal room for equal factors or for equal amounts. */
export type AxisScale = "log" | "linear";

/** Inputs that are one number. */
interface NumberInputs {
  readonly memoryMb: number;
  /** The mean, where `durations` says more. */
  readonly durationMs: number;
  readonly requestsPerMonth: number;
  readonly egressPerRequestKb: number;
  readonly internetTransferRatio: number;
  readonly logPerRequestKb: number;
  readonly peakToAverage: number;
  readonly targetUtilisation: number;
  readonly memoryReserveMb: number;
  readonly minimumMachines: number;
  /** Machines of a fleet that is a fixed number. */
  readonly fixedMachines: number;
  /** Part of the requests that wait for a new instance, 0–1, and how long it starts. */
  readonly coldStartRatio: number;
  readonly initMs: number;
  readonly ephemeralStorageMb: number;
  /** vCPUs of an instance, for services that let the buyer choose. */
  readonly cpuCount: number;
  /** Requests that an instance serves at a time. */
  readonly concurrency: number;
  readonly minimumInstances: number;
  /** AWS Lambda's instances that are kept ready; 0 for none. */
  readonly provisionedInstances: number;
  readonly provisionedHours: number;
  readonly provisionedShare: number;
  readonly exchangeRate: number;
  readonly diskGb: number;
  /** Hours of work a month that functions and machines need, and what an hour costs. */
  readonly functionWorkHours: number;
  readonly machineWorkHours: number;
  readonly usdPerWorkHour: number;
  readonly growthPercent: number;
  readonly horizonMonths: number;
  /** What it costs once to go over to the cheaper, in the currency of the answer. */
  readonly oneOffCost: number;
  /** How far off each figure may be, ± percent; 0 for an exact one. */
  readonly requestsSpread: number;
  readonly durationSpread: number;
  readonly memorySpread: number;
  readonly egressSpread: number;
}

/** Inputs that are one number, or left to the documented assumption: `null`. */
interface AssumableInputs {
  readonly cpuMs: number | null;
  readonly memoryPerRequestMb: number | null;
}

/** Inputs that are on or off. */
interface SwitchInputs {
  readonly includeFreeTier: boolean;
  readonly includeEgressFreeTier: boolean;
  readonly loadBalancer: boolean;
  readonly publicIpv4: boolean;
  readonly natGateway: boolean;
  readonly countsLogs: boolean;
  readonly snapStart: boolean;
  readonly streamsResponses: boolean;
}

/** Everything a visitor can set. */
export interface SimulationInputs extends NumberInputs, AssumableInputs, SwitchInputs {
  /** Any provider's name of a region; the others are priced in the same city. */
  readonly region: string;
  /** How the durations are distributed; without any every request takes `durationMs`. */
  readonly durations: readonly DurationPercentile[];
  /** How the requests are spread over the hours of a day (24) or a week (168); empty for evenly. */
  readonly hourlyWeights: readonly number[];
  readonly functions: readonly FunctionChoice[];
  readonly machines: readonly MachineChoice[];
  readonly sizing: SizingChoice;
  readonly frontDoor: FrontDoor;
  readonly customEgressRates: Readonly<Partial<Record<ProviderId, number>>>;
  readonly customPrices: readonly CustomPriceChoice[];
  readonly currency: Currency;
  readonly requestsScale: AxisScale;
  readonly costScale: AxisScale;
}

export type NumberInput = keyof NumberInputs | keyof AssumableInputs;

/** Services whose architecture is the buyer's choice. */
const WITH_ARCHITECTURES: ReadonlySet<FunctionServiceId> = new Set([
  "aws_lambda",
  "aws_fargate_task",
]);
const SERVICES_OFFERED: readonly FunctionServiceId[] = [
  "aws_lambda",
  "aws_fargate_task",
  "gcp_cloudrun",
  "gcp_functions",
  "gcp_functions_gen1",
  "azure_functions",
  "azure_functions_flex",
  "oci_functions",
  "cloudflare_workers",
  "cloudflare_containers",
];

/** Every function configuration on offer, in the order of the form. */
export const FUNCTION_CHOICES: readonly FunctionChoice[] = SERVICES_OFFERED.flatMap((service) =>
  (WITH_ARCHITECTURES.has(service) ? (["arm64", "x86_64"] as const) : (["x86_64"] as const)).map(
    (architecture) => ({ service, architecture }),
  ),
);

/** The question that the page opens with: one request a second in Tokyo. */
export const DEFAULT_INPUTS: SimulationInputs = {
  region: "ap-northeast-1",
  memoryMb: 512,
  durationMs: 120,
  requestsPerMonth: SECONDS_PER_MONTH,
  egressPerRequestKb: 10,
  internetTransferRatio: FIELDS.internet_transfer_ratio.default,
  logPerRequestKb: FIELDS.log_per_request_kb.default,
  durations: [],
  hourlyWeights: [],
  coldStartRatio: 0,
  initMs: 0,
  peakToAverage: FIELDS.peak_to_average.default,
  cpuMs: null,
  memoryPerRequestMb: null,
  targetUtilisation: FIELDS.target_utilisation.default,
  memoryReserveMb: FIELDS.memory_reserve_mb.default,
  functions: FUNCTION_CHOICES.filter(({ service }) => service === "aws_lambda"),
  ephemeralStorageMb: FIELDS.ephemeral_storage_mb.default,
  cpuCount: FIELDS.cpu_count.default,
  concurrency: 1,
  minimumInstances: 0,
  provisionedInstances: 0,
  provisionedHours: FIELDS.provisioned_hours.default,
  provisionedShare: FIELDS.share.default,
  snapStart: false,
  streamsResponses: false,
  machines: [
    { service: "aws_ec2", instanceType: "t4g.small", purchase: "on_demand" },
    { service: "google_cloud", instanceType: "e2-small", purchase: "on_demand" },
    { service: "azure", instanceType: "Standard_B2ats_v2", purchase: "on_demand" },
    { service: "oci", instanceType: "VM.Standard.E4.Flex_1_8", purchase: "on_demand" },
    { service: "sakura_cloud", instanceType: "2core_2gb", purchase: "on_demand" },
  ],
  sizing: "peak",
  minimumMachines: FIELDS.minimum_machines.default,
  fixedMachines: FIELDS.machines.default,
  frontDoor: "none",
  loadBalancer: false,
  publicIpv4: false,
  diskGb: 0,
  natGateway: false,
  countsLogs: false,
  functionWorkHours: FIELDS.work_hours.default,
  machineWorkHours: FIELDS.work_hours.default,
  usdPerWorkHour: 0,
  includeFreeTier: true,
  includeEgressFreeTier: true,
  customEgressRates: {},
  customPrices: [],
  currency: "USD",
  exchangeRate: FIELDS.exchange_rate.default,
  growthPercent: 0,
  horizonMonths: FIELDS.horizon_months.default,
  oneOffCost: FIELDS.one_off_cost.default,
  requestsSpread: 0,
  durationSpread: 0,
  memorySpread: 0,
  egressSpread: 0,
  requestsScale: "log",
  costScale: "log",
};

/** Names an offer on the page: `aws_ec2/t4g.small`, and how it is paid for where that is not on demand. */
export function choiceId(choice: FunctionChoice | MachineChoice): string {
  if (!("instanceType" in choice)) return `${choice.service}/${choice.architecture}`;
  const { service, instanceType, purchase } = choice;
  return `${service}/${instanceType}${purchase === "on_demand" ? "" : `/${purchase}`}`;
}
