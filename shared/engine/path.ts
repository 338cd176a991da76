import { indexAt, type CostCurve } from "./curve.ts";
import type { LoadRange } from "./load-range.ts";
import { StepWalk } from "./step-walk.ts";
import { stretchesOf, type Stretch } from "./stretches.ts";

/** A curve with its stretches in a range, which serve every pair that the curve is in. */
export class Path {
  readonly curve: CostCurve;
  /** The curve's place among those that are compared. */
  readonly index: number;
  readonly stretches: readonly Stretch[];
  /** The stretch in which the range begins. */
  readonly start: number;
  #stepWalk: StepWalk | null = null;

  constructor(curve: CostCurve, { min, max }: LoadRange, index = 0) {
    this.curve = curve;
    this.index = index;
    this.stretches = stretchesOf(curve, max);
    this.start = indexAt(this.stretches, min);
  }

  /** For one pair at a time. */
  get walk(): StepWalk {
    this.#stepWalk ??= new StepWalk(this.curve);
    return this.#stepWalk;
  }
}
