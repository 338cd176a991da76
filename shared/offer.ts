import { HOURS_PER_MONTH } from "./units.ts";
import type { EgressArea } from "./catalog/egress-area.ts";
import type { Architecture } from "./catalog/rate-card.ts";
import type { Purchase } from "./catalog/purchase.ts";
import type { FunctionServiceId, MachineServiceId } from "./catalog/providers.ts";
import type { Sizing } from "./engine/sizing.ts";

/** Instances of a function that are kept ready, and the part of all requests that they serve. */
export interface ProvisionedPeriod {
  readonly instances: number;
  /** Hours a month that they are kept. */
  readonly hoursPerMonth: number;
  /** 0–1; no more than they can serve at the workload's load. */
  readonly executionsShare: number;
}

/**
 * What can be chosen of a function; which service has which is said by its metering rule, and what is
 * left out is as the service has it.
 */
export interface FunctionOptions {
  /** Lambda's /tmp, Fargate's ephemeral storage, the disk of a container of Cloudflare's, MB. */
  readonly ephemeralStorageMb?: number;
  /** vCPUs of an instance. */
  readonly cpuCount?: number;
  /** Requests that an instance serves at a time; 1 unless given. Instances count as always that full. */
  readonly concurrency?: number;
  /** Instances that are kept without requests. */
  readonly minimumInstances?: number;
  /** Instances that are kept ready: Lambda's provisioned concurrency, Flex Consumption's always ready. */
  readonly provisioned?: readonly ProvisionedPeriod[];
  /** A snapshot of the started function, kept for so long, from which some requests start. */
  readonly snapStart?: { readonly coldStartRatio: number; readonly activeSeconds: number };
  /** Responses are streamed, which is charged beyond 6 MB. */
  readonly streamsResponses?: boolean;
  /** Bought under a Compute Savings Plan without upfront payment, of one or three years. */
  readonly savingsPlan?: boolean;
  /** `elsewhere` unless given. */
  readonly egressArea?: EgressArea;
}
export type FunctionOptionName = keyof FunctionOptions;

/** What one function of several has for itself, instead of what the offer says for all. */
export interface OwnOptions extends Omit<FunctionOptions, "savingsPlan" | "egressArea"> {
  readonly architecture?: Architecture;
}

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
  /**
   * Hours a month (of 730) that each machine runs, serving all requests in them; all unless given.
   * What is committed is owed all month. Not with a fleet that follows an hourly profile.
   */
  readonly hoursPerMonth?: number;
  /** Ephemeral storage of each container, MB: Fargate's. */
  readonly ephemeralStorageMb?: number;
  /** Of Cloudflare's containers; `elsewhere` unless given. */
  readonly egressArea?: EgressArea;
}

/** One way to buy the workload. */
export type Offer = FunctionOffer | MachineOffer;

/** Hours a month that a machine runs. */
export function hoursOf({ hoursPerMonth = HOURS_PER_MONTH }: MachineOffer): number {
  return hoursPerMonth;
}
