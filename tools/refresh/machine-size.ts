import type { MachineRow } from "../rate-cards/machine-rows.ts";
import type { ObservedMachine } from "./observation.ts";

/** A row with the size that a source gives; what it does not give stays. */
export function withSize(row: MachineRow, observed: ObservedMachine): MachineRow {
  const { storageGb: presentGb, arm64: presentArm64 = false, ...rest } = row;
  const { vcpu = row.vcpu, memoryMb = row.memoryMb, architecture } = observed;
  const { storageGb = presentGb ?? 0 } = observed;
  const arm64 = architecture === undefined ? presentArm64 : architecture === "arm64";
  return {
    ...rest,
    vcpu,
    memoryMb,
    ...(arm64 ? { arm64 } : {}),
    ...(storageGb === 0 ? {} : { storageGb }),
  };
}

/** A size in words, the same for the same size. */
export function sizeText({ vcpu, memoryMb, arm64 = false, storageGb }: MachineRow): string {
  const disk = storageGb === undefined ? "" : `, ${storageGb} GB of disk`;
  return `${vcpu} vCPUs, ${memoryMb} MB, ${arm64 ? "arm64" : "x86_64"}${disk}`;
}
