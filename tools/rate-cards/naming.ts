import type { ProviderId } from "../../shared/catalog/providers.ts";
import type { Naming } from "./machine-rows.ts";
import { compareNaturally } from "./natural-order.ts";

/** Sizes of AWS that have no number. */
const SMALL_SIZES = ["nano", "micro", "small", "medium", "large", "xlarge"];

/** `t4g.micro` is of the family `t4g.*`. */
const AWS: Naming = {
  familyOf: (name) => {
    const [family = "", size = ""] = name.split(".", 2);
    return [`${family}.*`, size];
  },
  compareSizes: (a, b) => {
    const [sizeOfA = "", sizeOfB = ""] = [a, b].map((name) => name.split(".")[1] ?? "");
    return awsSizeRank(sizeOfA) - awsSizeRank(sizeOfB) || compareNaturally(sizeOfA, sizeOfB);
  },
  compareFamilies: compareNaturally,
};

function awsSizeRank(size: string): number {
  const small = SMALL_SIZES.indexOf(size);
  if (small >= 0) return small;
  const number = Number(/\d+/u.exec(size)?.[0] ?? 0);
  const afterAllOthers = size.startsWith("metal") ? 1000 : 0;
  return afterAllOthers + SMALL_SIZES.length + number;
}

/** Names whose family is what stands around the first match of a pattern with one group, the size. */
function numbered(pattern: RegExp): Naming {
  return {
    familyOf: (name) => {
      const match = pattern.exec(name);
      const [whole, size] = match ?? [];
      if (match === null || whole === undefined || size === undefined) return [name, name];
      const at = match.index + whole.indexOf(size);
      return [`${name.slice(0, at)}*${name.slice(at + size.length)}`, size];
    },
    compareSizes: compareNaturally,
    compareFamilies: compareNaturally,
  };
}

/** `n2-standard-8` is of the family `n2-standard-*`, `Standard_D8s_v5` of `Standard_D*s_v5`. */
export const NAMING: Readonly<Record<ProviderId, Naming>> = {
  aws: AWS,
  google: numbered(/-(\d+)/u),
  azure: numbered(/_[A-Z]+(\d+)/u),
  oci: numbered(/(?!)/u),
  sakura: numbered(/(?!)/u),
  cloudflare: numbered(/(?!)/u),
  fly: numbered(/(?!)/u),
};
