import { minimumMachinesOf } from "../../shared/catalog/minimum-machines.ts";
import type { Sizing } from "../../shared/engine/sizing.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../../shared/offer.ts";
import type { OfferBody } from "../../shared/schema/compare.ts";
import { given, toFunctionOptions } from "./function-options.ts";

type FunctionBody = Extract<OfferBody, { readonly kind: "function" }>;
type MachineBody = Extract<OfferBody, { readonly kind: "machine" }>;

/** The engine's offer of a checked body. */
export function toOffer(body: OfferBody): Offer {
  return body.kind === "function" ? toFunctionOffer(body) : toMachineOffer(body);
}

function toFunctionOffer(body: FunctionBody): FunctionOffer {
  return {
    ...given("id", body.id),
    kind: "function",
    service: body.provider,
    region: body.region,
    architecture: body.architecture,
    ...toFunctionOptions(body),
    ...given("savingsPlan", body.savings_plan === true ? true : undefined),
    ...given("egressArea", body.egress_area),
  };
}

function toMachineOffer(body: MachineBody): MachineOffer {
  return {
    ...given("id", body.id),
    kind: "machine",
    service: body.provider,
    region: body.region,
    instanceType: body.instance_type,
    purchase: body.purchase,
    sizing: toSizing(body),
    ...(body.unlimited ? { unlimited: true } : {}),
    ...given("hoursPerMonth", body.hours_per_month),
    ...given("ephemeralStorageMb", body.ephemeral_storage_mb),
    ...given("egressArea", body.egress_area),
  };
}

function toSizing({
  provider,
  sizing,
  machines,
  minimum_machines: minimumMachines = minimumMachinesOf(provider),
}: MachineBody): Sizing {
  return sizing === "fixed" ? { kind: sizing, machines } : { kind: sizing, minimumMachines };
}
