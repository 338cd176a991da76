import {
  FUNCTION_SERVICES,
  MACHINE_SERVICES,
  type FunctionServiceId,
  type MachineServiceId,
  type ProviderId,
  type ServiceId,
} from "../../shared/catalog/providers.ts";
import type { Architecture } from "../../shared/catalog/rate-card.ts";
import { FIELDS } from "../../shared/fields.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../../shared/offer.ts";
import type { PricingTerms } from "../../shared/price-offer.ts";
import { SECONDS_PER_MONTH, toWholeNanoseconds, type Currency } from "../../shared/units.ts";
import type { Workload } from "../../shared/workload.ts";

/** A function configuration that can be switched on. */
export interface FunctionChoice {
  readonly service: FunctionServiceId;
  readonly architecture: Architecture;
}

/** A machine type that was picked. */
export interface MachineChoice {
  readonly service: MachineServiceId;
  readonly instanceType: string;
}

/** How many machines are rented: as many as the peak needs, or one whatever the load. */
export type SizingChoice = "peak" | "fixed";

/** Everything a visitor can set. `null` stands for the documented assumption. */
export interface SimulationInputs {
  /** Any provider's name of a region; the others are priced in the same city. */
  readonly region: string;
  readonly memoryMb: number;
  readonly durationMs: number;
  readonly requestsPerMonth: number;
  readonly egressPerRequestKb: number;
  readonly internetTransferRatio: number;
  readonly customEgressRates: Readonly<Partial<Record<ProviderId, number>>>;
  readonly functions: readonly FunctionChoice[];
  readonly machines: readonly MachineChoice[];
  readonly sizing: SizingChoice;
  readonly peakToAverage: number;
  readonly cpuMs: number | null;
  readonly memoryPerRequestMb: number | null;
  readonly targetUtilisation: number;
  readonly memoryReserveMb: number;
  readonly includeFreeTier: boolean;
  readonly includeEgressFreeTier: boolean;
  readonly currency: Currency;
  readonly exchangeRate: number;
}

/** Every function configuration on offer, in the order of the form. */
export const FUNCTION_CHOICES: readonly FunctionChoice[] = [
  { service: "aws_lambda", architecture: "arm64" },
  { service: "aws_lambda", architecture: "x86_64" },
  { service: "gcp_functions", architecture: "x86_64" },
  { service: "gcp_cloudrun", architecture: "x86_64" },
  { service: "azure_functions", architecture: "x86_64" },
  { service: "azure_functions_flex", architecture: "x86_64" },
  { service: "oci_functions", architecture: "x86_64" },
  { service: "cloudflare_workers", architecture: "x86_64" },
];

/** The question that the page opens with: one request a second in Tokyo. */
export const DEFAULT_INPUTS: SimulationInputs = {
  region: "ap-northeast-1",
  memoryMb: 512,
  durationMs: 120,
  requestsPerMonth: SECONDS_PER_MONTH,
  egressPerRequestKb: 10,
  internetTransferRatio: FIELDS.internet_transfer_ratio.default,
  customEgressRates: {},
  functions: FUNCTION_CHOICES.filter(({ service }) => service === "aws_lambda"),
  machines: [
    { service: "aws_ec2", instanceType: "t4g.small" },
    { service: "google_cloud", instanceType: "e2-small" },
    { service: "azure", instanceType: "Standard_B2ats_v2" },
    { service: "oci", instanceType: "VM.Standard.E4.Flex_1_8" },
    { service: "sakura_cloud", instanceType: "2core_2gb" },
  ],
  sizing: "peak",
  peakToAverage: FIELDS.peak_to_average.default,
  cpuMs: null,
  memoryPerRequestMb: null,
  targetUtilisation: FIELDS.target_utilisation.default,
  memoryReserveMb: FIELDS.memory_reserve_mb.default,
  includeFreeTier: true,
  includeEgressFreeTier: true,
  currency: "USD",
  exchangeRate: FIELDS.exchange_rate.default,
};

/** Names an offer on the page: `aws_ec2/t4g.small`. */
export function choiceId(choice: FunctionChoice | MachineChoice): string {
  const variant = "instanceType" in choice ? choice.instanceType : choice.architecture;
  return `${choice.service}/${variant}`;
}

/** The offers that the inputs ask to compare: functions first. */
export function offersOf(inputs: SimulationInputs): Offer[] {
  const { region } = inputs;
  const functions = inputs.functions.map((choice): FunctionOffer => ({
    kind: "function",
    id: choiceId(choice),
    service: choice.service,
    region,
    architecture: choice.architecture,
    ephemeralStorageMb: FIELDS.ephemeral_storage_mb.default,
    cpuCount: FIELDS.cpu_count.default,
  }));
  const machines = inputs.machines.map((choice): MachineOffer => ({
    kind: "machine",
    id: choiceId(choice),
    service: choice.service,
    region,
    instanceType: choice.instanceType,
    purchase: "on_demand",
    sizing:
      inputs.sizing === "fixed"
        ? { kind: "fixed", machines: FIELDS.machines.default }
        : { kind: "peak", minimumMachines: FIELDS.minimum_machines.default },
  }));
  return [...functions, ...machines];
}

/** The workload that the inputs describe. */
export function workloadOf(inputs: SimulationInputs): Workload {
  return {
    requestsPerMonth: inputs.requestsPerMonth,
    durationMs: toWholeNanoseconds(inputs.durationMs),
    memoryMb: inputs.memoryMb,
    egressPerRequestKb: inputs.egressPerRequestKb,
    internetTransferRatio: inputs.internetTransferRatio,
    peakToAverage: inputs.peakToAverage,
    cpuMs: inputs.cpuMs,
    memoryPerRequestMb: inputs.memoryPerRequestMb,
    targetUtilisation: inputs.targetUtilisation,
    memoryReserveMb: inputs.memoryReserveMb,
  };
}

/** Allowances, own egress rates and the money of the answer; a provider's rate holds for all its services. */
export function termsOf(inputs: SimulationInputs): PricingTerms {
  const rates: Partial<Record<ServiceId, number>> = {};
  for (const [service, provider] of Object.entries({ ...FUNCTION_SERVICES, ...MACHINE_SERVICES })) {
    const rate = inputs.customEgressRates[provider];
    if (rate !== undefined) rates[service as ServiceId] = rate;
  }
  return {
    includeFreeTier: inputs.includeFreeTier,
    includeEgressFreeTier: inputs.includeEgressFreeTier,
    customEgressRates: rates,
    currency: inputs.currency,
    exchangeRate: inputs.exchangeRate,
  };
}
