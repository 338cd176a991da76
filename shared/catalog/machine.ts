import type { Price } from "../engine/price.ts";
import type { FleetUsage } from "../engine/usage.ts";
import type { Purchase } from "./purchase.ts";
import type { Architecture } from "./rate-card.ts";
import type { UsageCaps } from "./usage-caps.ts";

/** One meter that a running machine is billed by. */
export interface MachineCharge {
  readonly meter: string;
  /** Of a month in which the machine runs throughout. */
  readonly usage: FleetUsage;
  readonly price: Price;
  /** What a part of the month costs at most, for a price that is for a whole one. */
  readonly caps?: UsageCaps;
  /** Billed for the hours that the machine runs, even where the machine itself is owed all month. */
  readonly whileRunning?: true;
}

/** What a machine has. */
export interface MachineType {
  readonly name: string;
  readonly vcpu: number;
  readonly memoryMb: number;
  readonly architecture: Architecture;
  /** Share of each vCPU that it sustains all month: 1 unless burstable or shared-core. */
  readonly baseline: number;
  /** Disk that the price includes, if the card knows one. */
  readonly storageGb?: number;
  /** How many of it one account can have, where there is such a limit. */
  readonly soldAtMost?: number;
  /** What is left of the on-demand price when it runs all month: 1 without a sustained-use discount. */
  readonly sustainedUse: number;
}

/** A machine type in one region, and what a month of it is billed by, for each way it is sold. */
export interface Machine extends MachineType {
  readonly charges: { readonly [purchase in Purchase]?: readonly MachineCharge[] };
}
