import fc from "fast-check";
import { MACHINE_SERVICE_IDS, PROVIDERS } from "../../shared/catalog/providers.ts";
import { PURCHASES } from "../../shared/catalog/purchase.ts";
import { FIELDS, type NumberField } from "../../shared/fields.ts";
import { FRONT_DOORS } from "../../shared/side-costs/front-door.ts";
import { FUNCTION_CHOICES } from "../../web/state/function-choices.ts";
import type { SimulationInputs } from "../../web/state/inputs.ts";

/** A value of a field, its ends and whole numbers among them. */
function valueOf({ min, max, integer = false }: NumberField): fc.Arbitrary<number> {
  const whole = fc.integer({ min: Math.ceil(min), max: Math.floor(Math.min(max, 2 ** 31 - 1)) });
  if (integer) return whole;
  return fc.oneof(fc.double({ min, max, noNaN: true }).map(Math.abs), fc.constant(max), whole);
}

const name = fc.stringMatching(/^[\w.*-]{1,50}$/u).filter((text) => text !== "*");

const durations = fc
  .uniqueArray(fc.integer({ min: 1, max: 100 }), { maxLength: 5 })
  .chain((percentiles) =>
    fc
      .array(fc.integer({ min: 1, max: 10_000 }), {
        minLength: percentiles.length,
        maxLength: percentiles.length,
      })
      .map((times) => {
        const rising = times.toSorted((a, b) => a - b);
        return percentiles
          .toSorted((a, b) => a - b)
          .map((percentile, index) => ({ percentile, durationMs: rising[index] ?? 0 }));
      }),
  );

const hourlyWeights = fc.oneof(
  fc.constant([]),
  ...[24, 168].map((length) =>
    fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: length, maxLength: length })
      .filter((weights) => weights.some((weight) => weight > 0)),
  ),
);

const customPrice = fc.record(
  {
    provider: fc.constantFrom(...PROVIDERS),
    service: name,
    instanceType: name,
    change: fc.oneof(
      fc.record({ discountPercent: valueOf(FIELDS.discount_percent) }),
      fc.record({ unitPriceUsd: valueOf(FIELDS.unit_price) }),
    ),
  },
  { requiredKeys: ["provider", "change"] },
);

/** Any inputs that the form could hold. */
export const inputs: fc.Arbitrary<SimulationInputs> = fc.record({
  region: name,
  memoryMb: valueOf(FIELDS.service_memory_mb),
  durationMs: valueOf(FIELDS.execution_time_ms),
  requestsPerMonth: valueOf(FIELDS.monthly_executions),
  egressPerRequestKb: valueOf(FIELDS.egress_per_request_kb),
  internetTransferRatio: valueOf(FIELDS.internet_transfer_ratio),
  logPerRequestKb: valueOf(FIELDS.log_per_request_kb),
  durations,
  hourlyWeights,
  coldStartRatio: valueOf(FIELDS.cold_start_ratio),
  initMs: valueOf(FIELDS.init_ms),
  peakToAverage: valueOf(FIELDS.peak_to_average),
  cpuMs: fc.option(valueOf(FIELDS.cpu_ms)),
  memoryPerRequestMb: fc.option(valueOf(FIELDS.memory_per_request_mb)),
  targetUtilisation: valueOf(FIELDS.target_utilisation),
  memoryReserveMb: valueOf(FIELDS.memory_reserve_mb),
  functions: fc.shuffledSubarray([...FUNCTION_CHOICES]),
  ephemeralStorageMb: valueOf(FIELDS.ephemeral_storage_mb),
  cpuCount: valueOf(FIELDS.cpu_count),
  concurrency: valueOf(FIELDS.concurrency),
  minimumInstances: valueOf(FIELDS.minimum_instances),
  provisionedInstances: valueOf(FIELDS.minimum_instances),
  provisionedHours: valueOf(FIELDS.provisioned_hours),
  provisionedShare: valueOf(FIELDS.share),
  snapStart: fc.boolean(),
  streamsResponses: fc.boolean(),
  machines: fc.array(
    fc.record({
      service: fc.constantFrom(...MACHINE_SERVICE_IDS),
      instanceType: name,
      purchase: fc.constantFrom(...PURCHASES),
    }),
    { maxLength: 8 },
  ),
  sizing: fc.constantFrom("peak" as const, "fixed" as const, "autoscaled" as const),
  minimumMachines: valueOf(FIELDS.minimum_machines),
  fixedMachines: valueOf(FIELDS.machines),
  frontDoor: fc.constantFrom(...FRONT_DOORS),
  loadBalancer: fc.boolean(),
  publicIpv4: fc.boolean(),
  diskGb: valueOf(FIELDS.disk_gb),
  natGateway: fc.boolean(),
  countsLogs: fc.boolean(),
  functionWorkHours: valueOf(FIELDS.work_hours),
  machineWorkHours: valueOf(FIELDS.work_hours),
  usdPerWorkHour: valueOf(FIELDS.hourly_rate),
  includeFreeTier: fc.boolean(),
  includeEgressFreeTier: fc.boolean(),
  customEgressRates: fc.dictionary(
    fc.constantFrom(...PROVIDERS),
    valueOf(FIELDS.egress_rate),
  ) as fc.Arbitrary<SimulationInputs["customEgressRates"]>,
  customPrices: fc.array(customPrice, { maxLength: 5 }) as fc.Arbitrary<
    SimulationInputs["customPrices"]
  >,
  currency: fc.constantFrom("USD" as const, "JPY" as const),
  exchangeRate: valueOf(FIELDS.exchange_rate),
  growthPercent: valueOf(FIELDS.growth_percent),
  horizonMonths: valueOf(FIELDS.horizon_months),
  oneOffCost: valueOf(FIELDS.one_off_cost),
  requestsSpread: valueOf(FIELDS.spread_percent),
  durationSpread: valueOf(FIELDS.spread_percent),
  memorySpread: valueOf(FIELDS.spread_percent),
  egressSpread: valueOf(FIELDS.spread_percent),
  requestsScale: fc.constantFrom("log" as const, "linear" as const),
  costScale: fc.constantFrom("log" as const, "linear" as const),
});
