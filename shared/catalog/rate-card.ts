import type { Currency } from "../units.ts";
import type { ProviderId } from "./providers.ts";

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

/**
 * One meter's price. `tiers` are graduated: each `[up_to, unit_price]` prices only the usage between
 * the bound before it and its own, counted after the free allowance; the last bound is `null`.
 */
export interface PriceFile {
  readonly unit: string;
  /** Usage a month that is not billed. */
  readonly free?: number;
  readonly tiers: readonly (readonly [upTo: number | null, unitPrice: number])[];
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** Machine types as columns: the n-th entry of each belongs to the n-th name. */
export interface MachineTypesFile {
  readonly names: readonly string[];
  readonly vcpu: readonly number[];
  readonly memory_mb: readonly number[];
  /** Rows of arm64 types; all others are x86_64. */
  readonly arm64: readonly number[];
  /** `[row, share]`: the share of each vCPU that a burstable or shared-core type sustains. */
  readonly baseline: readonly (readonly [row: number, share: number])[];
  /** `[row, GB]` of the disk that the price includes. */
  readonly storage_gb?: readonly (readonly [row: number, gb: number])[];
  /** `[row, machines]`: how many of a type one account can have, where there is such a limit. */
  readonly sold_at_most?: readonly (readonly [row: number, machines: number])[];
  /** What the prices are for: an hour, or a whole month (a provider's monthly cap). */
  readonly per: "hour" | "month";
  readonly prices: { readonly on_demand: readonly number[] };
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
  /** Rows whose figures come from elsewhere than `source`. */
  readonly exceptions?: readonly {
    readonly rows: readonly number[];
    readonly source: string;
    readonly confidence: Confidence;
    readonly note?: string;
  }[];
}

/** A type whose cores and memory the buyer chooses, each with its own price per hour. */
export interface FlexibleTypeFile {
  readonly vcpu_per_ocpu: number;
  readonly architecture: Architecture;
  readonly default_ocpu: number;
  readonly default_memory_gb: number;
  readonly ocpu: readonly [min: number, max: number];
  readonly memory_gb: readonly [min: number, max: number];
  readonly ocpu_hours: PriceFile;
  readonly memory_gb_hours: PriceFile;
}

/**
 * The file format of a rate card: all prices of one provider in one region, with their provenance.
 * `shared/schema/rate-card.ts` checks it; `docs/rate-cards.md` explains it.
 */
export interface RateCardFile {
  readonly schema: 1;
  readonly provider: ProviderId;
  readonly region: string;
  readonly currency: Currency;
  /** The newest date among its sources. */
  readonly as_of: string;
  readonly sources: Readonly<Record<string, SourceFile>>;
  /** Service → meter → price. A service's own variants are part of the meter's name (`compute.arm64`). */
  readonly services: Readonly<Record<string, Readonly<Record<string, PriceFile>>>>;
  /** Data sent to the internet, in GB. */
  readonly egress: PriceFile;
  readonly machine_types?: MachineTypesFile;
  readonly flexible_types?: Readonly<Record<string, FlexibleTypeFile>>;
}
