/**
 * `[part of the month, part of the usage]`, both ascending and at ever lower rates, straight from
 * one to the next and from `[0, 0]` to the first; the last is of the whole month.
 */
export type PartMonth = readonly (readonly [share: number, part: number])[];

/** A part of the month in which a load is spread evenly; no two of a fleet are equally busy. */
export interface FleetSlot {
  /** Part of the month, 0–1. */
  readonly share: number;
  /** Requests a month, over all slots, for each of which begun one more machine runs in this one. */
  readonly requestsPerMachine: number;
  readonly headStart?: number;
}

/**
 * How many machines run: one more for every `requestsPerMachine` requests a month begun, but never
 * fewer than `minimumMachines`. `Infinity` requests per machine is a fleet that does not grow.
 */
export interface Fleet {
  /** Of the busiest slot. */
  readonly requestsPerMachine: number;
  readonly minimumMachines: number;
  /** Counts as so many requests beside any load: its first steps come that much earlier. */
  readonly headStart?: number;
  /**
   * The slots of a fleet that follows the load; without any it runs all month. The busiest is first where
   * machines are counted for the whole fleet or billed by a `partMonth`; where usage has `weights` for all
   * slots, any may be: which of them is busier can change with the load.
   */
  readonly slots?: readonly FleetSlot[];
}

/** The part of a month's usage that a part of the month counts for. */
export function partOf(partMonth: PartMonth | undefined, share: number): number {
  if (partMonth === undefined) return share;
  let fromShare = 0;
  let fromPart = 0;
  for (const [toShare, toPart] of partMonth) {
    if (share <= toShare) {
      return fromPart + ((toPart - fromPart) * (share - fromShare)) / (toShare - fromShare);
    }
    fromShare = toShare;
    fromPart = toPart;
  }
  return fromPart;
}
