import type { OriginFile } from "../../../shared/catalog/rate-card.ts";
import type { Purchase } from "../../../shared/catalog/purchase.ts";
import type { MachineRow, RowPrice } from "../machine-rows.ts";
import { baselineOf } from "./baselines.ts";
import { entryOf, type RepositoryFact } from "./card-parts.ts";

export interface Ec2Facts {
  readonly _about: { readonly sources: readonly (RepositoryFact & { readonly id: string })[] };
  readonly types: Readonly<Record<string, Ec2Type>>;
  readonly regions: Readonly<
    Record<string, { readonly types: Readonly<Record<string, Ec2Price>> }>
  >;
}

interface Ec2Type {
  readonly vcpu?: number;
  readonly memoryMiB?: number;
  readonly arch: string;
  readonly burstable?: boolean;
}

interface Ec2Price {
  readonly usdPerHour?: number;
  readonly ri1yNoUpfront?: number;
  readonly ri3yNoUpfront?: number;
  readonly convRi1yNoUpfront?: number;
  readonly convRi3yNoUpfront?: number;
  readonly src?: "karpenter" | "skypilot" | "skypilot*";
  readonly stale?: unknown;
}

const LISTED: OriginFile = {
  source: "ec2",
  confidence: "high",
  note: "Linux, shared tenancy. Of 870 types of us-east-1, 846 still cost the same on 2026-07-20.",
};
const CATALOGUE: OriginFile = { source: "ec2-catalogue", confidence: "medium" };
const BY_SIZE: OriginFile = {
  source: "ec2-catalogue",
  confidence: "derived",
  note: "From a listed size of the same family: AWS prices are in proportion to the size.",
};
const NEWER: OriginFile = { source: "ec2-2026", confidence: "high" };
const NEWER_METAL: OriginFile = {
  source: "ec2-2026",
  confidence: "low",
  note: "This source lists the dedicated price of some metal sizes, which is higher.",
};

/** The reserved prices, by the purchase that they are; effective by the hour, nothing upfront. */
const RESERVED = {
  commitment_1y: ["ri1yNoUpfront", { source: "ec2-reserved-1y", confidence: "high" }],
  commitment_3y: ["ri3yNoUpfront", { source: "ec2-reserved-3y", confidence: "high" }],
  convertible_1y: ["convRi1yNoUpfront", { source: "ec2-convertible-1y", confidence: "high" }],
  convertible_3y: ["convRi3yNoUpfront", { source: "ec2-convertible-3y", confidence: "high" }],
} as const satisfies { readonly [purchase in Purchase]?: readonly [keyof Ec2Price, OriginFile] };

/** All types that a region sells; prices that are known to be out of date are left out. */
export function ec2Rows(region: string, facts: Ec2Facts): MachineRow[] {
  return Object.entries(entryOf(facts.regions, region).types).flatMap(([name, price]) => {
    const type = facts.types[name];
    if (type?.vcpu === undefined || type.memoryMiB === undefined) return [];
    if (price.stale !== undefined) return [];
    const prices = pricesOf(name, price);
    if (Object.keys(prices).length === 0) return [];
    const baseline = baselineOf("aws", name);
    if (type.burstable === true && baseline === undefined) throw new Error(`no baseline: ${name}`);
    return {
      name,
      vcpu: type.vcpu,
      memoryMb: type.memoryMiB,
      ...(type.arch === "arm64" ? { arm64: true } : {}),
      ...(baseline === undefined ? {} : { baseline }),
      prices,
    };
  });
}

function pricesOf(name: string, price: Ec2Price): MachineRow["prices"] {
  const prices: { [purchase in Purchase]?: RowPrice } = {};
  if (price.usdPerHour !== undefined) {
    prices.on_demand = { unitPrice: price.usdPerHour, from: originOf(name, price) };
  }
  for (const purchase of Object.keys(RESERVED) as (keyof typeof RESERVED)[]) {
    const [field, from] = RESERVED[purchase];
    const unitPrice = price[field];
    if (unitPrice !== undefined) prices[purchase] = { unitPrice, from };
  }
  return prices;
}

function originOf(name: string, { src }: Ec2Price): OriginFile {
  if (src === "skypilot") return CATALOGUE;
  if (src === "skypilot*") return BY_SIZE;
  if (src === "karpenter") return name.includes(".metal") ? NEWER_METAL : NEWER;
  return LISTED;
}
