import type { PriceFile, RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { rowsOf } from "../../../tools/rate-cards/machine-rows.ts";
import { byPowerOfTen } from "../../../tools/refresh/sources/source-format.ts";

const HOURS: Readonly<Record<string, readonly [term: string, hours: number]>> = {
  commitment_1y: ["1 Year", 8760],
  commitment_3y: ["3 Years", 26_280],
};

const METERS: readonly (readonly [service: string, meter: string, name: string, unit: string])[] = [
  ["azure_functions", "requests", "Standard Total Executions", "10"],
  ["azure_functions", "compute", "Standard Execution Time", "1 GB Second"],
  ["azure_functions_flex", "requests", "On Demand Total Executions", "10"],
  ["azure_functions_flex", "compute", "On Demand Execution Time", "1 GB Second"],
  ["azure_functions_flex", "always_ready_requests", "Always Ready Total Executions", "10"],
  ["azure_functions_flex", "always_ready_compute", "Always Ready Execution Time", "1 GB Second"],
  ["azure_functions_flex", "always_ready_baseline", "Always Ready Baseline", "1 GB Second"],
];

/** A page of Azure Retail Prices, made of cards. */
export function azureResponse(url: URL, cards: readonly RateCardFile[], pageSize: number): unknown {
  const filter = url.searchParams.get("$filter") ?? "";
  const [, service, region] =
    /^serviceName eq '(.+)' and armRegionName eq '(.+)'$/u.exec(filter) ?? [];
  const card = cards.find((candidate) => candidate.region === region);
  const items =
    card === undefined ? [] : service === "Functions" ? functionItems(card) : machineItems(card);
  const skip = Number(url.searchParams.get("$skip") ?? 0);
  const next = new URL(url);
  next.searchParams.set("$skip", String(skip + pageSize));
  return {
    BillingCurrency: "USD",
    CustomerEntityId: "Default",
    CustomerEntityType: "Retail",
    Items: items.slice(skip, skip + pageSize),
    NextPageLink: skip + pageSize < items.length ? next.href : null,
    Count: items.slice(skip, skip + pageSize).length,
  };
}

function machineItems({ region, machine_types: table }: RateCardFile): unknown[] {
  const rows = table === undefined ? [] : rowsOf(table);
  return rows.flatMap(({ name, prices }, index) => {
    const product = { productName: "Virtual Machines Series", skuName: name, meterName: name };
    const base = {
      ...item("Virtual Machines", region),
      ...product,
      armSkuName: name,
      unitOfMeasure: "1 Hour",
    };
    const listed = Object.entries(prices).map(([purchase, { unitPrice }]) => {
      const [term, hours] = HOURS[purchase] ?? [];
      if (term !== undefined && hours !== undefined) {
        const retailPrice = Number((unitPrice * hours).toFixed(6));
        return { ...base, type: "Reservation", reservationTerm: term, retailPrice };
      }
      const spot =
        purchase === "spot" ? { skuName: `${name} Spot`, meterName: `${name} Spot` } : {};
      return { ...base, ...spot, retailPrice: unitPrice };
    });
    if (index % 50 > 0) return listed;
    const windows = { ...base, productName: "Virtual Machines Series Windows", retailPrice: 99 };
    const lowPriority = { ...base, skuName: `${name} Low Priority`, retailPrice: 88 };
    return [windows, ...listed, lowPriority];
  });
}

function functionItems({ region, services }: RateCardFile): unknown[] {
  return METERS.flatMap(([service, meter, meterName, unit]) => {
    const price = services[service]?.[meter];
    if (price === undefined) return [];
    const power = unit === "10" ? 1 : 0;
    return tiersOf(price).map(([from, unitPrice]) => ({
      ...item("Functions", region),
      productName: "Functions",
      skuName: "Standard",
      meterName,
      unitOfMeasure: unit,
      tierMinimumUnits: byPowerOfTen(from, -power),
      retailPrice: byPowerOfTen(unitPrice, power),
    }));
  });
}

function tiersOf({ free = 0, tiers }: PriceFile): [from: number, unitPrice: number][] {
  const paid = tiers.map(([, unitPrice], index): [number, number] => [
    free + (tiers[index - 1]?.[0] ?? 0),
    unitPrice,
  ]);
  return free === 0 ? paid : [[0, 0], ...paid];
}

function item(serviceName: string, region: string) {
  return {
    serviceName,
    currencyCode: "USD",
    tierMinimumUnits: 0,
    armRegionName: region,
    effectiveStartDate: "2000-01-01T00:00:00Z",
    type: "Consumption",
  };
}
