import type { ProviderId } from "../../shared/catalog/providers.ts";
import { baselineOf } from "../rate-cards/facts/baselines.ts";
import type { MachineRow } from "../rate-cards/machine-rows.ts";
import type { KnownTypes } from "./known-types.ts";
import { withSize } from "./machine-size.ts";
import type { ObservedMachine } from "./observation.ts";

/** A row for a type that a card lacks, or the reason against it. */
export type Admission = { readonly row: MachineRow } | { readonly reason: string };

/** Burstable types, which are of no use without their baseline. */
const BURSTABLE: { readonly [provider in ProviderId]?: RegExp } = {
  aws: /^t\d/u,
  azure: /_B\d/u,
};

/** Makes a row of a new type, at these prices. Its size is the source's, or another region's. */
export function admit(
  provider: ProviderId,
  type: ObservedMachine,
  prices: MachineRow["prices"],
  knownType: KnownTypes,
): Admission {
  const { name } = type;
  const known = knownType(name);
  const hasSize = type.vcpu !== undefined && type.memoryMb !== undefined;
  if (known === undefined && !hasSize) return { reason: "its vCPUs and memory are not known" };
  if (Object.keys(prices).length === 0) return { reason: "no price but 0" };
  const unsized = known ?? { name, vcpu: 0, memoryMb: 0, prices: {} };
  const baseline = unsized.baseline ?? knownBaseline(provider, name);
  if (BURSTABLE[provider]?.test(name) === true && baseline === undefined) {
    return { reason: "burstable, and what it sustains is not known" };
  }
  return {
    row: {
      ...withSize(unsized, type),
      ...(baseline === undefined ? {} : { baseline }),
      ...(type.usageCaps === undefined ? {} : { usageCaps: type.usageCaps }),
      prices,
    },
  };
}

function knownBaseline(provider: ProviderId, name: string): number | undefined {
  return provider === "aws" || provider === "google" || provider === "azure" || provider === "oci"
    ? baselineOf(provider, name)
    : undefined;
}
