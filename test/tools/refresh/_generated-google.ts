import type { Purchase } from "../../../shared/catalog/purchase.ts";
import type { RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { MB_PER_GB } from "../../../shared/units.ts";
import { rowsOf, type MachineRow } from "../../../tools/rate-cards/machine-rows.ts";
import { seriesOf } from "../../../tools/refresh/sources/google-formula.ts";

const PURCHASES: readonly (readonly [Purchase, usageType: string])[] = [
  ["on_demand", "OnDemand"],
  ["spot", "Preemptible"],
  ["commitment_1y", "Commit1Yr"],
  ["commitment_3y", "Commit3Yr"],
];
/** How the list calls series: by the hour, and committed. */
const NAMES: Readonly<Record<string, readonly [hourly: string, committed: string]>> = {
  c2: ["Compute optimized", "Compute optimized "],
  m1: ["Memory-optimized Instance", "Memory-optimized "],
  n1: ["N1 Predefined Instance", ""],
  n2d: ["N2D AMD Instance", "N2D AMD "],
  t2d: ["T2D AMD Instance", "T2D AMD "],
  c2d: ["C2D AMD Instance", "C2D AMD "],
  t2a: ["T2A Arm Instance", "T2A Arm "],
  c4a: ["C4A Arm Instance", "C4A Arm "],
  m3: ["M3 Memory-optimized Instance", "M3 Memory-optimized "],
};
const NANOS = 1e9;

/** A page of Google's billing catalog, made of cards. */
export function googleResponse(url: URL, skus: readonly unknown[], pageSize: number): unknown {
  const start = Number(url.searchParams.get("pageToken") ?? 0);
  const end = start + pageSize;
  return { skus: skus.slice(start, end), nextPageToken: end < skus.length ? String(end) : "" };
}

/** The price of a vCPU and of a GiB of each series in each region. */
export function googleSkus(cards: readonly RateCardFile[]): unknown[] {
  return [
    sku("Nvidia Tesla A100 GPU running in Americas", "OnDemand", "h", "us-central1", 2.933908),
    sku("N2 Custom Instance Core running in Americas", "OnDemand", "h", "us-central1", 9),
    sku("Sole Tenancy Premium for N2 Instance Core", "OnDemand", "h", "us-central1", 9),
    ...cards.flatMap(skusOfRegion),
  ];
}

function skusOfRegion({ region, machine_types: table }: RateCardFile): unknown[] {
  const series = new Map<string, MachineRow[]>();
  for (const row of table === undefined ? [] : rowsOf(table)) {
    const name = seriesOf(row.name);
    if (name !== null) series.set(name, [...(series.get(name) ?? []), row]);
  }
  return [...series].flatMap(([name, rows]) =>
    PURCHASES.flatMap(([purchase, usageType]) => {
      const rates = ratesOf(rows, purchase);
      if (rates === null) return [];
      const describe = (hourly: string, committed: string) =>
        descriptionOf(name, purchase, hourly, committed);
      return [
        sku(describe("Core", "Cpu"), usageType, "h", region, rates.core),
        sku(describe("Ram", "Ram"), usageType, "GiBy.h", region, rates.memory),
      ];
    }),
  );
}

function descriptionOf(
  series: string,
  purchase: Purchase,
  hourly: string,
  committed: string,
): string {
  const upper = series.toUpperCase();
  const [byHour, byTerm] = NAMES[series] ?? [`${upper} Instance`, `${upper} `];
  if (purchase === "on_demand") return `${byHour} ${hourly} running in Tokyo`;
  if (purchase === "spot") return `Spot Preemptible ${byHour} ${hourly} running in Tokyo`;
  const years = purchase === "commitment_1y" ? "1 Year" : "3 Years";
  return `Commitment v1: ${byTerm}${committed} in Tokyo for ${years}`;
}

/** Rates that give the prices of all rows, with as few digits as will do. */
function ratesOf(rows: readonly MachineRow[], purchase: Purchase) {
  const priced = rows.flatMap(({ vcpu, baseline = 1, memoryMb, prices }) => {
    const price = prices[purchase]?.unitPrice;
    return price === undefined ? [] : [{ vcpu: vcpu * baseline, gb: memoryMb / MB_PER_GB, price }];
  });
  const sums = { vv: 0, vg: 0, gg: 0, vp: 0, gp: 0 };
  for (const { vcpu, gb, price } of priced) {
    sums.vv += vcpu * vcpu;
    sums.vg += vcpu * gb;
    sums.gg += gb * gb;
    sums.vp += vcpu * price;
    sums.gp += gb * price;
  }
  if (priced.length === 0) return null;
  const determinant = sums.vv * sums.gg - sums.vg * sums.vg;
  const alike = determinant < 1e-9 * sums.vv * sums.gg;
  // Where all types have as much memory for a vCPU, any split of the price will do.
  const some = (0.1 * sums.vp) / sums.vv;
  const memory = alike ? some : (sums.gp * sums.vv - sums.vp * sums.vg) / determinant;
  const core = alike
    ? (sums.vp - some * sums.vg) / sums.vv
    : (sums.vp * sums.gg - sums.gp * sums.vg) / determinant;
  const fits = (rates: Rates) =>
    priced.every(({ vcpu, gb, price }) => {
      const sum = vcpu * rates.core + gb * rates.memory;
      return Math.abs(sum - price) <= 1e-6 + rates.memory / MB_PER_GB;
    });
  return candidates(core, memory).find(fits) ?? null;
}

interface Rates {
  readonly core: number;
  readonly memory: number;
}

/** Rates near these, those with few digits first. */
function candidates(core: number, memory: number): Rates[] {
  const reach = [0, 1, -1, 2, -2, 3, -3];
  return [4, 5, 6, 7, 8, 9].flatMap((digits) => {
    const near = (rate: number) =>
      reach.map((steps) => Number((rate + steps / 10 ** digits).toFixed(digits)));
    const cores = digits < 9 ? [near(core)[0] ?? 0] : near(core);
    const memories = digits < 9 ? [near(memory)[0] ?? 0] : near(memory);
    return cores.flatMap((first) => memories.map((second) => ({ core: first, memory: second })));
  });
}

function sku(
  description: string,
  usageType: string,
  usageUnit: string,
  region: string,
  usd: number,
) {
  const units = Math.floor(usd);
  const unitPrice = {
    currencyCode: "USD",
    units: String(units),
    nanos: Math.round((usd - units) * NANOS),
  };
  return {
    name: `services/6F81-5844-456A/skus/${description}`,
    skuId: `${description} ${region}`,
    description,
    category: { serviceDisplayName: "Compute Engine", resourceFamily: "Compute", usageType },
    serviceRegions: [region],
    pricingInfo: [
      {
        effectiveTime: "2026-01-01T00:00:00Z",
        pricingExpression: {
          usageUnit,
          displayQuantity: 1,
          tieredRates: [{ startUsageAmount: 0, unitPrice }],
        },
      },
    ],
  };
}
