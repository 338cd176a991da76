import { PricingError } from "../engine/errors.ts";
import { nearestNames } from "../nearest-names.ts";
import type { RateCard } from "./card.ts";
import { containerMachine } from "./container-machines.ts";
import { managedInstance } from "./managed-instance.ts";
import type { Machine } from "./machine.ts";
import type { MachineServiceId } from "./providers.ts";

/** Names that clients of the older API use, and the providers' own names for them. */
const ALIASES: Partial<Record<MachineServiceId, Readonly<Record<string, string>>>> = {
  azure: {
    B1ls: "Standard_B1ls",
    B1s: "Standard_B1s",
    B1ms: "Standard_B1ms",
    B2s: "Standard_B2s",
    B2ms: "Standard_B2ms",
    // Basic A sizes are no longer sold; A1 v2 is what Microsoft names as their successor.
    A1_Basic: "Standard_A1_v2",
    D3: "Standard_D3",
    D4: "Standard_D4",
  },
  oci: {
    "VM.Standard.E2.1.Micro_Free": "VM.Standard.E2.1.Micro",
    "VM.Standard.A1.Flex_Free": "VM.Standard.A1.Flex_4_24",
  },
};

/** Types that are no longer sold, and the nearest that is. */
const RETIRED: Partial<Record<MachineServiceId, Readonly<Record<string, string>>>> = {
  google_cloud: { "n2-standard-1": "n2-standard-2" },
};

/** The machine type of that name, alias or size. An unknown name is a `PricingError` with the nearest names. */
export function findMachine(card: RateCard, service: MachineServiceId, name: string): Machine {
  const container = containerMachine(card, service, name);
  if (container !== null) return container;
  const aliases = ALIASES[service] ?? {};
  const ownName = (Object.hasOwn(aliases, name) ? aliases[name] : undefined) ?? name;
  const machine = card.machine(ownName);
  if (machine !== undefined) {
    const named = machine.name === name ? machine : { ...machine, name };
    return service === "aws_lambda_managed_instances" ? managedInstance(card, named) : named;
  }
  const retired = RETIRED[service] ?? {};
  const replacement = Object.hasOwn(retired, name) ? retired[name] : undefined;
  if (replacement !== undefined) {
    throw new PricingError("machine_type_retired", ["instanceType"], {
      instanceType: name,
      nearest: replacement,
    });
  }
  throw new PricingError("unknown_machine_type", ["instanceType"], {
    instanceType: name,
    region: card.region,
    nearest: nearestNames(card.machineNames, name),
  });
}
