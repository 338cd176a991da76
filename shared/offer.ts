import type { Architecture } from "./catalog/rate-card.ts";
import type { Purchase } from "./catalog/purchase.ts";
import type { FunctionServiceId, MachineServiceId } from "./catalog/providers.ts";
import type { Sizing } from "./engine/sizing.ts";

/** What can be chosen of a function; which service has which is said by its metering rule. */
export interface FunctionOptions {
  /** Lambda's /tmp; the disk of a container. */
  readonly ephemeralStorageMb: number;
  /** vCPUs of an instance. */
  readonly cpuCount: number;
  /** Requests that an instance serves at a time; 1 unless given. */
  readonly concurrency?: number;
  /** Instances that are kept without requests. */
  readonly minimumInstances?: number;
  /** Instances kept ready, and the part of all requests that they serve. */
  readonly provisioned?: {
    readonly instances: number;
    /** Hours a month that they are kept. */
    readonly hoursPerMonth: number;
    /** 0–1. */
    readonly executionsShare: number;
  };
  /** A snapshot of the started function, kept for so long, from which some requests start. */
  readonly snapStart?: { readonly coldStartRatio: number; readonly activeSeconds: number };
  /** Responses are streamed, which is charged beyond 6 MB. */
  readonly streamsResponses?: boolean;
}
export type FunctionOptionName = keyof FunctionOptions;

/** A function configuration to price. */
export interface FunctionOffer extends FunctionOptions {
  readonly kind: "function";
  /** Names the offer in the answer; one is made up when it is left out. */
  readonly id?: string;
  readonly service: FunctionServiceId;
  readonly region: string;
  readonly architecture: Architecture;
}

/** A machine type to price, with how it is bought and how many are rented. */
export interface MachineOffer {
  readonly kind: "machine";
  readonly id?: string;
  readonly service: MachineServiceId;
  readonly region: string;
  readonly instanceType: string;
  readonly purchase: Purchase;
  readonly sizing: Sizing;
  /**
   * Machines that sustain only a share of their vCPUs are used beyond it, and what is beyond is
   * billed: AWS's unlimited mode. With a fixed number of machines only.
   */
  readonly unlimited?: boolean;
}

/** One way to buy the workload. */
export type Offer = FunctionOffer | MachineOffer;
