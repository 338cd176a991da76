import type { CustomPrice } from "../../shared/catalog/custom-prices.ts";
import { minimumMachinesOf } from "../../shared/catalog/minimum-machines.ts";
import {
  FUNCTION_SERVICES,
  MACHINE_SERVICES,
  type FunctionServiceId,
  type MachineServiceId,
  type ServiceId,
} from "../../shared/catalog/providers.ts";
import { meanDurationMs, sharesOfPercentiles } from "../../shared/duration-distribution.ts";
import type { Sizing } from "../../shared/engine/sizing.ts";
import { FIELDS } from "../../shared/fields.ts";
import { peakOf } from "../../shared/hourly-profile.ts";
import { METERING_RULES } from "../../shared/metering/index.ts";
import type { MeteringRule } from "../../shared/metering/rule.ts";
import type { FunctionOffer, FunctionOptionName, MachineOffer, Offer } from "../../shared/offer.ts";
import type { PricingTerms } from "../../shared/pricing-terms.ts";
import type { SideCosts } from "../../shared/side-costs/side-costs.ts";
import { SECONDS_PER_MONTH, toWholeNanoseconds } from "../../shared/units.ts";
import type { Workload } from "../../shared/workload.ts";
import {
  choiceId,
  type FunctionChoice,
  type MachineChoice,
  type SimulationInputs,
} from "./inputs.ts";

/** The offers that the inputs ask to compare: functions first. */
export function offersOf(inputs: SimulationInputs): Offer[] {
  return [
    ...inputs.functions.map((choice) => functionOffer(choice, inputs)),
    ...inputs.machines.map((choice) => machineOffer(choice, inputs)),
  ];
}

/** Options that stand in the form once, for every service that has them. */
function functionOffer(
  { service, architecture }: FunctionChoice,
  inputs: SimulationInputs,
): FunctionOffer {
  const has = (option: FunctionOptionName) => hasOption(service, option);
  return {
    kind: "function",
    id: choiceId({ service, architecture }),
    service,
    region: inputs.region,
    architecture,
    ...(inputs.ephemeralStorageMb > FIELDS.ephemeral_storage_mb.default && has("ephemeralStorageMb")
      ? { ephemeralStorageMb: inputs.ephemeralStorageMb }
      : {}),
    ...(inputs.cpuCount !== FIELDS.cpu_count.default && has("cpuCount")
      ? { cpuCount: inputs.cpuCount }
      : {}),
    ...(inputs.concurrency > 1 && has("concurrency") ? { concurrency: inputs.concurrency } : {}),
    ...(inputs.minimumInstances > 0 && has("minimumInstances")
      ? { minimumInstances: inputs.minimumInstances }
      : {}),
    ...(inputs.provisionedInstances > 0 && has("provisioned")
      ? {
          provisioned: [
            {
              instances: inputs.provisionedInstances,
              hoursPerMonth: inputs.provisionedHours,
              executionsShare: inputs.provisionedShare,
            },
          ],
        }
      : {}),
    ...(inputs.snapStart && has("snapStart")
      ? { snapStart: { coldStartRatio: inputs.coldStartRatio, activeSeconds: SECONDS_PER_MONTH } }
      : {}),
    ...(inputs.streamsResponses && has("streamsResponses") ? { streamsResponses: true } : {}),
  };
}

/** Whether a service has an option. */
export function hasOption(service: FunctionServiceId, option: FunctionOptionName): boolean {
  // Until its rule is loaded, which its price waits for, a service has none.
  const rule: MeteringRule | undefined = METERING_RULES[service];
  return rule?.options.includes(option) ?? false;
}

function machineOffer(choice: MachineChoice, inputs: SimulationInputs): MachineOffer {
  return {
    kind: "machine",
    id: choiceId(choice),
    service: choice.service,
    region: inputs.region,
    instanceType: choice.instanceType,
    purchase: choice.purchase,
    sizing: sizingOf(choice, inputs),
  };
}

/** How many machines the inputs ask for of a choice. */
function sizingOf(choice: MachineChoice, inputs: SimulationInputs): Sizing {
  const { sizing, fixedMachines } = inputs;
  return sizing === "fixed"
    ? { kind: sizing, machines: fixedMachines }
    : { kind: sizing, minimumMachines: leastMachines(choice.service, inputs) };
}

/** Machines of a service that run even without load: as many as are asked for, and no fewer than it starts. */
export function leastMachines(service: MachineServiceId, inputs: SimulationInputs): number {
  return Math.max(inputs.minimumMachines, minimumMachinesOf(service));
}

/** The workload that the inputs describe. */
export function workloadOf(inputs: SimulationInputs): Workload {
  const { hourlyWeights, durations } = inputs;
  const shares = sharesOfPercentiles(durations);
  return {
    requestsPerMonth: inputs.requestsPerMonth,
    durationMs:
      shares.length === 0 ? toWholeNanoseconds(inputs.durationMs) : meanDurationMs(shares),
    memoryMb: inputs.memoryMb,
    egressPerRequestKb: inputs.egressPerRequestKb,
    internetTransferRatio: inputs.internetTransferRatio,
    peakToAverage: peakToAverageOf(inputs),
    cpuMs: inputs.cpuMs,
    memoryPerRequestMb: inputs.memoryPerRequestMb,
    targetUtilisation: inputs.targetUtilisation,
    memoryReserveMb: inputs.memoryReserveMb,
    logPerRequestKb: inputs.logPerRequestKb,
    ...(shares.length === 0 ? {} : { durations: shares }),
    ...(inputs.coldStartRatio === 0
      ? {}
      : { coldStarts: { ratio: inputs.coldStartRatio, initMs: inputs.initMs } }),
    ...(hourlyWeights.length === 0 ? {} : { hourlyWeights }),
  };
}

/** The busiest moment over the mean: as given, but never less than the profile itself shows. */
export function peakToAverageOf({ peakToAverage, hourlyWeights }: SimulationInputs): number {
  return hourlyWeights.length === 0
    ? peakToAverage
    : Math.max(peakToAverage, peakOf(hourlyWeights));
}

/** Allowances, own prices, side costs and the money of the answer. */
export function termsOf(inputs: SimulationInputs): PricingTerms {
  const sideCosts = sideCostsOf(inputs);
  return {
    includeFreeTier: inputs.includeFreeTier,
    includeEgressFreeTier: inputs.includeEgressFreeTier,
    customEgressRates: egressRatesByService(inputs),
    currency: inputs.currency,
    exchangeRate: inputs.exchangeRate,
    ...(inputs.customPrices.length === 0 ? {} : { customPrices: customPricesOf(inputs) }),
    ...(sideCosts === null ? {} : { sideCosts }),
  };
}

/** A provider's rate holds for all its services. */
function egressRatesByService({ customEgressRates }: SimulationInputs) {
  const rates: Partial<Record<ServiceId, number>> = {};
  for (const [service, provider] of Object.entries({ ...FUNCTION_SERVICES, ...MACHINE_SERVICES })) {
    const rate = customEgressRates[provider];
    if (rate !== undefined) rates[service as ServiceId] = rate;
  }
  return rates;
}

function customPricesOf({ customPrices }: SimulationInputs): CustomPrice[] {
  return customPrices.map(({ change, ...place }) => ({
    ...place,
    change:
      "unitPriceUsd" in change
        ? { unitPrice: change.unitPriceUsd, currency: "USD" as const }
        : change,
  }));
}

/** What is counted around functions and machines; `null` when nothing is. */
export function sideCostsOf(inputs: SimulationInputs): SideCosts | null {
  const { usdPerWorkHour, functionWorkHours, machineWorkHours } = inputs;
  const countsWork = usdPerWorkHour > 0 && functionWorkHours + machineWorkHours > 0;
  const isAny =
    countsWork ||
    inputs.frontDoor !== "none" ||
    inputs.loadBalancer ||
    inputs.publicIpv4 ||
    inputs.natGateway ||
    inputs.countsLogs ||
    inputs.diskGb > 0;
  if (!isAny) return null;
  return {
    frontDoor: inputs.frontDoor,
    loadBalancer: inputs.loadBalancer,
    publicIpv4: inputs.publicIpv4,
    diskGb: inputs.diskGb,
    natGateway: inputs.natGateway,
    logs: inputs.countsLogs,
    ...(countsWork
      ? {
          operations: {
            functionHours: functionWorkHours,
            machineHours: machineWorkHours,
            usdPerHour: usdPerWorkHour,
          },
        }
      : {}),
  };
}
