import type { Currency } from "../units.ts";
import type { ProviderId } from "./providers.ts";
import type { Purchase } from "./purchase.ts";

/** The format of cards that this code reads. */
export const RATE_CARD_SCHEMA = 2;

/** How far a price can be trusted; `derived` was computed from another price, the note says how. */
export type Confidence = "high" | "medium" | "low" | "derived";

export type Architecture = "x86_64" | "arm64";

/** Where a figure was read. */
export interface SourceFile {
  readonly title: string;
  readonly url: string;
  /** The day the figures are from, `YYYY-MM-DD`. */
  readonly date: string;
  readonly licence?: string;
}

/** Where figures are from. */
export interface OriginFile {
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
  /** What was taken off the price that the source lists, percent. */
  readonly discount_percent?: number;
}

/**
 * One meter's price. `tiers` are graduated: each `[up_to, unit_price]` prices only the usage between
 * the bound before it and its own, counted after the free allowance; the last bound is `null`.
 */
export interface PriceFile extends OriginFile {
  readonly unit: string;
  /** Usage a month that is not billed. */
  readonly free?: number;
  readonly tiers: readonly (readonly [upTo: number | null, unitPrice: number])[];
}

/** The prices of all machine types when they are bought in one way. */
export interface PriceColumnFile extends OriginFile {
  /** Digits after the point to which prices in proportion (`~`) are rounded. */
  readonly decimals: number;
  /**
   * One entry for each type: its price, `null` if it is not sold like this, or `~` for the price of
   * the next type of its family that has one written out, in proportion to the vCPUs.
   */
  readonly unit_prices: readonly (number | null | "~")[];
  /** Rows whose prices come from elsewhere. */
  readonly exceptions?: readonly (OriginFile & { readonly rows: readonly RowRange[] })[];
}

/** Rows of a table, both ends included. */
export type RowRange = readonly [first: number, last: number];

/** Machine types as columns: the n-th entry of each belongs to the n-th type. */
export interface MachineTypesFile {
  /**
   * The names: a family with `*` in the place of its sizes, and the sizes, separated by spaces.
   * `"t4g.*": "nano micro"` are the types `t4g.nano` and `t4g.micro`; a name without `*` is one type.
   */
  readonly families: Readonly<Record<string, string>>;
  readonly vcpu: readonly number[];
  readonly memory_mb: readonly number[];
  /** Families of arm64 types; all others are x86_64. */
  readonly arm64: readonly string[];
  /** `[row, share]`: the share of each vCPU that a burstable or shared-core type sustains. */
  readonly baseline: readonly (readonly [row: number, share: number])[];
  /** `[row, GB]` of the disk that the price includes. */
  readonly storage_gb?: readonly (readonly [row: number, gb: number])[];
  /** `[row, machines]`: how many of a type one account can have, where there is such a limit. */
  readonly sold_at_most?: readonly (readonly [row: number, machines: number])[];
  /**
   * `[first row, last row, factor]`: what is left of the on-demand price when a machine runs all
   * month, for types with a sustained-use discount.
   */
  readonly sustained_use?: readonly (readonly [first: number, last: number, factor: number])[];
  /**
   * `[first row, last row, hours, days]`: of a price for a whole month, how many hours cost as much as a
   * day and how many days as much as the month.
   */
  readonly usage_caps?: readonly (readonly [
    first: number,
    last: number,
    hoursPerDay: number,
    daysPerMonth: number,
  ])[];
  /** What the prices are for: an hour, or a whole month (a provider's monthly cap). */
  readonly per: "hour" | "month";
  readonly prices: { readonly [purchase in Purchase]?: PriceColumnFile };
}

/** A type whose cores and memory the buyer chooses, each with its own price per hour. */
export interface FlexibleTypeFile {
  readonly vcpu_per_ocpu: number;
  readonly architecture: Architecture;
  readonly default_ocpu: number;
  readonly default_memory_gb: number;
  readonly ocpu: readonly [min: number, max: number];
  readonly memory_gb: readonly [min: number, max: number];
  /** Memory for each core, where that has limits of its own. */
  readonly memory_gb_per_ocpu?: readonly [min: number, max: number];
  readonly ocpu_hours: PriceFile;
  readonly memory_gb_hours: PriceFile;
}

/**
 * The file format of a rate card: all prices of one provider in one region, with their provenance.
 * `shared/schema/rate-card.ts` checks it; `docs/rate-cards.md` explains it.
 */
export interface RateCardFile {
  readonly schema: typeof RATE_CARD_SCHEMA;
  readonly provider: ProviderId;
  readonly region: string;
  readonly currency: Currency;
  /** The newest date among its sources. */
  readonly as_of: string;
  readonly sources: Readonly<Record<string, SourceFile>>;
  /** Service → meter → price. A service's own variants are part of the meter's name (`compute.arm64`). */
  readonly services: Readonly<Record<string, Readonly<Record<string, PriceFile>>>>;
  /** Data sent to the internet, in GB; absent where its price is not known. */
  readonly egress?: PriceFile;
  readonly machine_types?: MachineTypesFile;
  readonly flexible_types?: Readonly<Record<string, FlexibleTypeFile>>;
}
