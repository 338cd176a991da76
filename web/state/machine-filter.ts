import { MB_PER_GB } from "../../shared/units.ts";
import type { MachineRow } from "./machine-rows.ts";

/** Which machine types are listed. */
export interface MachineFilter {
  /** Words that the name of the service or the type has, all of them. */
  readonly text: string;
  readonly leastVcpu: number;
  readonly leastMemoryGb: number;
  readonly arm64Only: boolean;
  readonly withoutBurstable: boolean;
  readonly carryingOnly: boolean;
}

export const NO_FILTER: MachineFilter = {
  text: "",
  leastVcpu: 0,
  leastMemoryGb: 0,
  arm64Only: false,
  withoutBurstable: false,
  carryingOnly: true,
};

/** What a list of machine types can be sorted by. */
export type SortKey =
  | "instanceType"
  | "vcpu"
  | "memoryMb"
  | "hourlyCost"
  | "machines"
  | "monthlyCost";

export interface Sorting {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** The rows that a filter leaves, sorted; those without a value come last. */
export function listedMachines(
  rows: readonly MachineRow[],
  filter: MachineFilter,
  { key, descending }: Sorting,
  serviceName: (row: MachineRow) => string,
): MachineRow[] {
  const words = filter.text.normalize("NFKC").toLowerCase().split(/\s+/u).filter(Boolean);
  const left = rows.filter((row) => {
    if (row.vcpu < filter.leastVcpu) return false;
    if (row.memoryMb < filter.leastMemoryGb * MB_PER_GB) return false;
    if (filter.arm64Only && !row.isArm64) return false;
    if (filter.withoutBurstable && row.isBurstable) return false;
    if (filter.carryingOnly && row.machines === null) return false;
    if (words.length === 0) return true;
    const name = `${serviceName(row)} ${row.instanceType}`.toLowerCase();
    return words.every((word) => name.includes(word));
  });
  const sign = descending ? -1 : 1;
  return left.sort((a, b) => {
    const first = a[key];
    const second = b[key];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    if (first === second) return a.hourlyCost - b.hourlyCost;
    return first < second ? -sign : sign;
  });
}
