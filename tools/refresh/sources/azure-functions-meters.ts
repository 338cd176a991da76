import type { Observation, ObservedPrice } from "../observation.ts";
import { azureUrl, type AzureItem } from "./azure-items.ts";
import { graduated } from "./graduated.ts";
import { byPowerOfTen, SourceFormatError } from "./source-format.ts";

interface FunctionsMeter {
  readonly service: string;
  readonly meter: string;
  readonly listedAs: string;
  readonly unit: "request" | "GB-second";
  /** Whether a region may lack it. */
  readonly optional?: boolean;
}

/** Meters of the plans. https://azure.microsoft.com/pricing/details/functions/ */
const METERS: readonly FunctionsMeter[] = [
  {
    service: "azure_functions",
    meter: "requests",
    listedAs: "Standard Total Executions",
    unit: "request",
  },
  {
    service: "azure_functions",
    meter: "compute",
    listedAs: "Standard Execution Time",
    unit: "GB-second",
  },
  ...(
    [
      ["requests", "On Demand Total Executions", "request"],
      ["compute", "On Demand Execution Time", "GB-second"],
      ["always_ready_requests", "Always Ready Total Executions", "request"],
      ["always_ready_compute", "Always Ready Execution Time", "GB-second"],
      ["always_ready_baseline", "Always Ready Baseline", "GB-second"],
    ] as const
  ).map(([meter, listedAs, unit]) => ({
    service: "azure_functions_flex",
    meter,
    listedAs,
    unit,
    optional: true,
  })),
];

/** Units in which the meters are listed: so many, by powers of ten. */
const POWERS: Readonly<Record<string, number>> = {
  "1": 0,
  "10": 1,
  "100": 2,
  "1K": 3,
  "10K": 4,
  "1M": 6,
  "1 GB Second": 0,
  "10 GB Seconds": 1,
};

/** Meters of the Consumption and Flex Consumption plans in a region, in US dollars. */
export function azureFunctions(
  region: string,
  items: readonly AzureItem[],
  today: string,
): Observation {
  const source = `Azure Retail Prices, functions, ${region}`;
  const services: Record<string, Record<string, ObservedPrice | null | undefined>> = {};
  for (const meter of METERS) {
    const listed = items.filter(
      ({ type, meterName }) => type === "Consumption" && meterName === meter.listedAs,
    );
    const unlisted = meter.optional === true ? undefined : null;
    const price = listed.length === 0 ? unlisted : priceOf(meter, listed, source);
    services[meter.service] = { ...services[meter.service], [meter.meter]: price };
  }
  return {
    provider: "azure",
    region,
    sourceId: "retail-prices-functions",
    source: {
      title: "Azure Retail Prices, functions",
      url: azureUrl("Functions", region),
      date: today,
    },
    services,
  };
}

function priceOf(
  { listedAs, unit }: FunctionsMeter,
  items: readonly AzureItem[],
  source: string,
): ObservedPrice {
  const inForce = newestOfEachTier(items);
  const steps = inForce.map(({ tierMinimumUnits, retailPrice, unitOfMeasure }, index) => {
    const power = POWERS[unitOfMeasure];
    if (power === undefined) {
      throw new SourceFormatError(source, listedAs, `a unit of ${Object.keys(POWERS).join(", ")}`);
    }
    const next = inForce[index + 1]?.tierMinimumUnits;
    return {
      from: byPowerOfTen(tierMinimumUnits, power),
      to: next === undefined ? null : byPowerOfTen(next, power),
      unitPrice: byPowerOfTen(retailPrice, -power),
    };
  });
  const { free = 0, tiers } = graduated(steps, source, listedAs);
  return { unit, free, tiers };
}

function newestOfEachTier(items: readonly AzureItem[]): AzureItem[] {
  const newest = new Map<number, AzureItem>();
  for (const item of items) {
    const known = newest.get(item.tierMinimumUnits);
    if (known === undefined || item.effectiveStartDate > known.effectiveStartDate) {
      newest.set(item.tierMinimumUnits, item);
    }
  }
  return [...newest.values()].toSorted((a, b) => a.tierMinimumUnits - b.tierMinimumUnits);
}
