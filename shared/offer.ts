import type { Architecture } from "./catalog/rate-card.ts";
import type { FunctionServiceId, MachineServiceId } from "./catalog/providers.ts";
import type { Sizing } from "./engine/sizing.ts";

/** A function configuration to price. */
export interface FunctionOffer {
  readonly kind: "function";
  /** Names the offer in the answer; one is made up when it is left out. */
  readonly id?: string;
  readonly service: FunctionServiceId;
  readonly region: string;
  readonly architecture: Architecture;
  /** Lambda's /tmp. */
  readonly ephemeralStorageMb: number;
  /** vCPUs of a Cloud Run instance. */
  readonly cpuCount: number;
}

/** A machine type to price, with how it is bought and how many are rented. */
export interface MachineOffer {
  readonly kind: "machine";
  readonly id?: string;
  readonly service: MachineServiceId;
  readonly region: string;
  readonly instanceType: string;
  readonly purchase: "on_demand";
  readonly sizing: Sizing;
}

/** One way to buy the workload. */
export type Offer = FunctionOffer | MachineOffer;
