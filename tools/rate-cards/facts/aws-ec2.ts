import { compareNaturally } from "../natural-order.ts";
import { baselineOf } from "./baselines.ts";
import { entryOf, type MachineRow, type Origin, type RepositoryFact } from "./card-parts.ts";

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
  readonly src?: "karpenter" | "skypilot" | "skypilot*";
  readonly stale?: unknown;
}

const CATALOGUE: Origin = { source: "ec2-catalogue", confidence: "medium" };
const BY_SIZE: Origin = {
  source: "ec2-catalogue",
  confidence: "derived",
  note: "From a listed size of the same family: AWS prices are in proportion to the size.",
};
const NEWER: Origin = { source: "ec2-2026", confidence: "high" };
const NEWER_METAL: Origin = {
  source: "ec2-2026",
  confidence: "low",
  note: "This source lists the dedicated price of some metal sizes, which is higher.",
};

/** All types that a region sells on demand. */
export function ec2Rows(region: string, facts: Ec2Facts): MachineRow[] {
  return Object.entries(entryOf(facts.regions, region).types).flatMap(([name, price]) => {
    const type = facts.types[name];
    if (type?.vcpu === undefined || type.memoryMiB === undefined) return [];
    if (price.usdPerHour === undefined || price.stale !== undefined) return [];
    const baseline = baselineOf("aws", name);
    if (type.burstable === true && baseline === undefined) throw new Error(`no baseline: ${name}`);
    return {
      name,
      vcpu: type.vcpu,
      memoryMb: type.memoryMiB,
      arm64: type.arch === "arm64",
      baseline,
      price: price.usdPerHour,
      from: originOf(name, price),
    };
  });
}

function originOf(name: string, { src }: Ec2Price): Origin | undefined {
  if (src === "skypilot") return CATALOGUE;
  if (src === "skypilot*") return BY_SIZE;
  if (src === "karpenter") return name.includes(".metal") ? NEWER_METAL : NEWER;
  return undefined;
}

const SMALL_SIZES = ["nano", "micro", "small", "medium", "large", "xlarge"];

/** Orders types by family, then size. */
export function compareEc2Types(a: string, b: string): number {
  const [familyOfA = "", sizeOfA = ""] = a.split(".");
  const [familyOfB = "", sizeOfB = ""] = b.split(".");
  return (
    compareNaturally(familyOfA, familyOfB) ||
    sizeRank(sizeOfA) - sizeRank(sizeOfB) ||
    compareNaturally(sizeOfA, sizeOfB)
  );
}

function sizeRank(size: string): number {
  const small = SMALL_SIZES.indexOf(size);
  if (small >= 0) return small;
  const number = Number(/\d+/u.exec(size)?.[0] ?? 0);
  const afterAllOthers = size.startsWith("metal") ? 1000 : 0;
  return afterAllOthers + SMALL_SIZES.length + number;
}
