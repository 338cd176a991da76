import type { CustomPrice, PriceChange } from "../../shared/catalog/custom-prices.ts";
import { minimumMachinesOf } from "../../shared/catalog/minimum-machines.ts";
import { FIELDS, type DefaultedFieldName } from "../../shared/fields.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../../shared/offer.ts";
import type { SideCosts } from "../../shared/side-costs/side-costs.ts";
import type { SimulationInputs } from "../state/inputs.ts";
import { offersOf, peakToAverageOf, termsOf } from "../state/question.ts";

/** A JSON object of the API. */
export type Body = Readonly<Record<string, unknown>>;

/**
 * The inputs as the body of `POST /api/v1/compare`, which answers with the page's figures: what is
 * as the API assumes it is left out. `offers`: those of the inputs that exist in the place;
 * `requestsViewed`: most requests a month that are looked at.
 */
export function requestBody(
  inputs: SimulationInputs,
  requestsViewed: number,
  offers: readonly Offer[] = offersOf(inputs),
): Body {
  const { sideCosts, customPrices = [], customEgressRates } = termsOf(inputs);
  const compared = new Set<string>(offers.map(({ service }) => service));
  const egressRates = Object.entries(customEgressRates).filter(([service]) =>
    compared.has(service),
  );
  return {
    workload: workloadBody(inputs),
    offers: offers.map(offerBody),
    range: { min: 0, max: Math.min(requestsViewed, FIELDS.range_max.max) },
    ...unless(true, { include_free_tier: inputs.includeFreeTier }),
    ...unless(true, { include_egress_free_tier: inputs.includeEgressFreeTier }),
    ...(egressRates.length === 0 ? {} : { custom_egress_rates: Object.fromEntries(egressRates) }),
    ...(customPrices.length === 0 ? {} : { custom_prices: customPrices.map(customPriceBody) }),
    ...(sideCosts === undefined ? {} : { side_costs: sideCostsBody(sideCosts) }),
    ...unless("USD", { currency: inputs.currency }),
    exchange_rate: inputs.exchangeRate,
  };
}

function workloadBody(inputs: SimulationInputs): Body {
  const { durations, hourlyWeights, coldStartRatio, cpuMs, memoryPerRequestMb } = inputs;
  const followsProfile = hourlyWeights.length > 0;
  return {
    monthly_executions: inputs.requestsPerMonth,
    ...(durations.length === 0
      ? { execution_time_ms: inputs.durationMs }
      : {
          durations: durations.map(({ percentile, durationMs }) => ({
            percentile,
            execution_time_ms: durationMs,
          })),
        }),
    memory_mb: inputs.memoryMb,
    ...unlessDefault("egress_per_request_kb", inputs.egressPerRequestKb),
    ...unlessDefault("internet_transfer_ratio", inputs.internetTransferRatio),
    ...unlessDefault("log_per_request_kb", inputs.logPerRequestKb),
    ...(coldStartRatio === 0
      ? {}
      : { cold_starts: { ratio: coldStartRatio, init_ms: inputs.initMs } }),
    ...unless(null, { cpu_ms: cpuMs }),
    ...unless(null, { memory_per_request_mb: memoryPerRequestMb }),
    // Without a peak the API takes that of the profile, which the inputs can exceed.
    ...(followsProfile
      ? { peak_to_average: peakToAverageOf(inputs), hourly_weights: hourlyWeights }
      : unlessDefault("peak_to_average", inputs.peakToAverage)),
    ...unlessDefault("target_utilisation", inputs.targetUtilisation),
    ...unlessDefault("memory_reserve_mb", inputs.memoryReserveMb),
  };
}

function offerBody(offer: Offer): Body {
  return offer.kind === "function" ? functionBody(offer) : machineBody(offer);
}

function functionBody(offer: FunctionOffer): Body {
  const { provisioned, snapStart } = offer;
  return {
    kind: offer.kind,
    provider: offer.service,
    region: offer.region,
    ...unless("x86_64", { architecture: offer.architecture }),
    ...unless(undefined, { ephemeral_storage_mb: offer.ephemeralStorageMb }),
    ...unless(undefined, { cpu_count: offer.cpuCount }),
    ...unless(undefined, { concurrency: offer.concurrency }),
    ...unless(undefined, { minimum_instances: offer.minimumInstances }),
    ...(provisioned === undefined
      ? {}
      : {
          provisioned_concurrency: provisioned.map(
            ({ instances, hoursPerMonth, executionsShare }) => ({
              instances,
              hours: hoursPerMonth,
              executions_share: executionsShare,
            }),
          ),
        }),
    ...(snapStart === undefined
      ? {}
      : {
          snap_start: {
            cold_start_ratio: snapStart.coldStartRatio,
            active_seconds: snapStart.activeSeconds,
          },
        }),
    ...unless(undefined, { response_streaming: offer.streamsResponses }),
  };
}

function machineBody(offer: MachineOffer): Body {
  const { sizing } = offer;
  return {
    kind: offer.kind,
    provider: offer.service,
    region: offer.region,
    instance_type: offer.instanceType,
    ...unless("on_demand", { purchase: offer.purchase }),
    ...unless("peak", { sizing: sizing.kind }),
    ...(sizing.kind === "fixed"
      ? unlessDefault("machines", sizing.machines)
      : unless(minimumMachinesOf(offer.service), { minimum_machines: sizing.minimumMachines })),
    ...unless(undefined, { unlimited: offer.unlimited }),
  };
}

function customPriceBody({ instanceType, change, ...place }: CustomPrice): Body {
  return {
    ...place,
    ...unless(undefined, { instance_type: instanceType }),
    ...unless(undefined, { free: change.free }),
    ...("discountPercent" in change
      ? { discount_percent: change.discountPercent }
      : { ...priceBody(change), ...unless("USD", { currency: change.currency }) }),
  };
}

function priceBody(change: Exclude<PriceChange, { readonly discountPercent: number }>): Body {
  if ("unitPrice" in change) return { unit_price: change.unitPrice };
  return {
    tiers: change.tiers.map(({ upTo, unitPrice }) => ({
      up_to: upTo === Infinity ? null : upTo,
      unit_price: unitPrice,
    })),
  };
}

function sideCostsBody({ operations, ...costs }: SideCosts): Body {
  return {
    ...unless("none", { front_door: costs.frontDoor }),
    ...unless(false, { load_balancer: costs.loadBalancer }),
    ...unless(false, { public_ipv4: costs.publicIpv4 }),
    ...unless(0, { disk_gb: costs.diskGb }),
    ...unless(false, { nat_gateway: costs.natGateway }),
    ...unless(false, { logs: costs.logs }),
    ...(operations === undefined
      ? {}
      : {
          operations: {
            function_hours: operations.functionHours,
            machine_hours: operations.machineHours,
            usd_per_hour: operations.usdPerHour,
          },
        }),
  };
}

function unlessDefault(name: DefaultedFieldName, value: number): Body {
  return unless(FIELDS[name].default, { [name]: value });
}

/** A field of a body, unless it has the value that goes without saying. */
function unless(assumed: unknown, field: Body): Body {
  return Object.values(field)[0] === assumed ? {} : field;
}
