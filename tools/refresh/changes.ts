import type { Purchase } from "../../shared/catalog/purchase.ts";

/** What became of a figure in the catalog. */
export type Change =
  | {
      /** A price; `null` before for one that is new, after for one that is no longer listed. */
      readonly kind: "price";
      /** The type and purchase, or the service and meter. */
      readonly what: string;
      readonly of: "machine" | "meter" | "exchange rate";
      /** How a machine is bought. */
      readonly purchase?: Purchase;
      readonly before: number | null;
      readonly after: number | null;
    }
  | {
      /** A machine type as a whole; `null` before for a new one, after for one that is gone. */
      readonly kind: "type";
      readonly what: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  | {
      /** The bounds of tiers, an allowance, a unit. */
      readonly kind: "terms";
      readonly what: string;
      readonly before: string;
      readonly after: string;
    };

/** How far a price moved: 0.1 is 10 % up, -0.1 down; `null` where there is no price to compare. */
export function moveOf(change: Change): number | null {
  if (change.kind !== "price") return null;
  const { before, after } = change;
  if (before === null || after === null || before === 0) return null;
  return (after - before) / before;
}

/** What one source was good for. */
export interface SourceCoverage {
  readonly title: string;
  readonly date: string;
  /** Machine types of the card that it should list, and how many of them it does. */
  readonly expected: number;
  readonly read: number;
}

/** What reading the sources did to one part of the catalog. */
export interface Outcome {
  /** `aws/us-east-1`, or `exchange rates`. */
  readonly name: string;
  readonly changes: readonly Change[];
  /** Prices that are the same in a newer source. */
  readonly confirmed: number;
  /** What sources list and the catalog does not take, each with the reason. */
  readonly leftOut: readonly string[];
  /** Prices that a source should list and does not; they stay as they are. */
  readonly missing: readonly string[];
  /** Prices that an older source would change. */
  readonly outdated: readonly string[];
  readonly coverage: readonly SourceCoverage[];
}
