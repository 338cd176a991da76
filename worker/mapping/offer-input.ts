import type { Sizing } from "../../shared/engine/sizing.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../../shared/offer.ts";
import type { OfferBody } from "../../shared/schema/compare.ts";

type FunctionBody = Extract<OfferBody, { readonly kind: "function" }>;
type MachineBody = Extract<OfferBody, { readonly kind: "machine" }>;

/** The engine's offer of a checked body. */
export function toOffer(body: OfferBody): Offer {
  return body.kind === "function" ? toFunctionOffer(body) : toMachineOffer(body);
}

function toFunctionOffer(body: FunctionBody): FunctionOffer {
  const { provisioned_concurrency: provisioned, snap_start: snapStart } = body;
  return {
    ...(body.id === undefined ? {} : { id: body.id }),
    kind: "function",
    service: body.provider,
    region: body.region,
    architecture: body.architecture,
    ephemeralStorageMb: body.ephemeral_storage_mb,
    cpuCount: body.cpu_count,
    ...(body.concurrency === undefined ? {} : { concurrency: body.concurrency }),
    ...(body.minimum_instances === undefined ? {} : { minimumInstances: body.minimum_instances }),
    ...(provisioned === undefined
      ? {}
      : {
          provisioned: {
            instances: provisioned.instances,
            hoursPerMonth: provisioned.hours,
            executionsShare: provisioned.executions_share,
          },
        }),
    ...(snapStart === undefined
      ? {}
      : {
          snapStart: {
            coldStartRatio: snapStart.cold_start_ratio,
            activeSeconds: snapStart.active_seconds,
          },
        }),
    ...(body.response_streaming ? { streamsResponses: true } : {}),
  };
}

function toMachineOffer(body: MachineBody): MachineOffer {
  return {
    ...(body.id === undefined ? {} : { id: body.id }),
    kind: "machine",
    service: body.provider,
    region: body.region,
    instanceType: body.instance_type,
    purchase: body.purchase,
    sizing: toSizing(body),
    ...(body.unlimited ? { unlimited: true } : {}),
  };
}

function toSizing({ sizing, machines, minimum_machines: minimumMachines }: MachineBody): Sizing {
  return sizing === "fixed" ? { kind: sizing, machines } : { kind: sizing, minimumMachines };
}
