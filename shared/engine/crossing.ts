/** One of two curves that are compared. */
export type Side = "first" | "second";

/** A load at which the cheaper of two curves changes. */
export interface Crossing {
  readonly requestsPerMonth: number;
  /** Monthly cost there; at a step, of the curve that is the cheaper above it. */
  readonly monthlyCost: number;
  /** `equal`: both cost the same here. `step`: a fleet grows right after this load and overtakes. */
  readonly kind: "equal" | "step";
  /** Which of the two is cheaper just below and just above. */
  readonly cheaperBelow: Side;
  readonly cheaperAbove: Side;
}

/** An interval in which two curves alternate more often than `limit` times: not all is listed. */
export interface Alternation {
  readonly from: number;
  readonly to: number;
}

/** From this load to the next crossing or alternation, this curve never costs more than the other. */
export interface Order {
  readonly from: number;
  /** As far as this both cost the same; after it the other costs more. */
  readonly apartFrom: number;
  readonly cheaper: Side;
}
