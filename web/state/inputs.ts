import type {
  FunctionServiceId,
  MachineServiceId,
  ProviderId,
} from "../../shared/catalog/providers.ts";
import type { Purchase } from "../../shared/catalog/purchase.ts";
import type { Architecture } from "../../shared/catalog/rate-card.ts";
import type { DurationPercentile } from "../../shared/duration-distribution.ts";
import type { Sizing } from "../../shared/engine/sizing.ts";
import type { FrontDoor } from "../../shared/side-costs/front-door.ts";
import type { Currency } from "../../shared/units.ts";

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

/** Names an offer on the page: `aws_ec2/t4g.small`, and how it is paid for where that is not on demand. */
export function choiceId(choice: FunctionChoice | MachineChoice): string {
  if (!("instanceType" in choice)) return `${choice.service}/${choice.architecture}`;
  const { service, instanceType, purchase } = choice;
  return `${service}/${instanceType}${purchase === "on_demand" ? "" : `/${purchase}`}`;
}
