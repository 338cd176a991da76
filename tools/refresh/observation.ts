import type { Architecture, PriceFile, SourceFile } from "../../shared/catalog/rate-card.ts";
import type { ProviderId } from "../../shared/catalog/providers.ts";
import type { Purchase } from "../../shared/catalog/purchase.ts";
import type { UsageCaps } from "../../shared/catalog/usage-caps.ts";

/** A machine type as a price source lists it; what the source does not say is left out. */
export interface ObservedMachine {
  readonly name: string;
  readonly vcpu?: number;
  readonly memoryMb?: number;
  readonly architecture?: Architecture;
  /** GB of the disk that the price includes; 0 when the source says that it includes none. */
  readonly storageGb?: number;
  /** How a part of a month is billed, for prices of a whole one. */
  readonly usageCaps?: UsageCaps;
  /** Per hour or per month, as the card's table has it, in the card's currency. */
  readonly prices: { readonly [purchase in Purchase]?: number };
}

/**
 * One meter's price as a source lists it: tiers counted after the free allowance, as in cards.
 * Without `free` the source says nothing of an allowance, and the card's stays; 0 says that there is
 * none.
 */
export type ObservedPrice = Pick<PriceFile, "unit" | "free" | "tiers" | "note">;

/** The machine types that a source lists. */
export interface ObservedMachines {
  /**
   * The purchases that the source lists completely: a type that it lacks is no longer sold in that
   * way.
   */
  readonly complete: readonly Purchase[];
  readonly types: readonly ObservedMachine[];
  /** What this source speaks of at all; every type and purchase unless given. */
  readonly covers?: (name: string, purchase: Purchase) => boolean;
  /** How many of the card's types it should list; all that it covers unless given. */
  readonly expected?: number;
  /** What is to be known about all these prices. */
  readonly note?: string;
}

/** The two prices of a type whose cores and memory the buyer chooses. */
export interface ObservedFlexibleType {
  readonly ocpu_hours: ObservedPrice;
  readonly memory_gb_hours: ObservedPrice;
}

/**
 * What one price source says of one region: the part of a rate card that it can speak for. The
 * rest of the card is none of its business and stays as it is. `null` stands for a price that the
 * source should list and does not; `undefined` for one that it may or may not list, and that is
 * missed only where the card has it from this source.
 */
export interface Observation {
  readonly provider: ProviderId;
  readonly region: string;
  /** Key of the source in the card, and what stands there. `date` is the day of publication. */
  readonly sourceId: string;
  readonly source: SourceFile;
  readonly machines?: ObservedMachines;
  /** Service → meter → price. */
  readonly services?: Readonly<
    Record<string, Readonly<Record<string, ObservedPrice | null | undefined>>>
  >;
  readonly egress?: ObservedPrice | null;
  readonly flexibleTypes?: Readonly<Record<string, ObservedFlexibleType | null>>;
  /** What the card has from this source, and the source does not list any more. */
  readonly missing?: readonly string[];
  /** What the source lists and the card does not take, each with the reason. */
  readonly leftOut?: readonly string[];
}

/** A region that has a card but that its source does not list any more. */
export interface GoneRegion {
  readonly provider: ProviderId;
  readonly region: string;
  /** The source's title. */
  readonly source: string;
}

/** All that one price source says. */
export interface SourceReading {
  readonly observations: readonly Observation[];
  readonly goneRegions: readonly GoneRegion[];
}
