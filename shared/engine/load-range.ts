/** The loads that are looked at, in requests a month; both ends belong to it. */
export interface LoadRange {
  readonly min: number;
  readonly max: number;
}
