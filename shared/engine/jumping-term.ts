import type { CurveTerm, Kink } from "./curve-terms.ts";

/** A constant that is another after each of some loads. */
export class JumpingTerm implements CurveTerm {
  readonly kinks: readonly Kink[];
  private readonly levels: readonly { readonly from: number; readonly cost: number }[];

  /** `levels` ascend; the first is from 0. */
  constructor(levels: readonly { readonly from: number; readonly cost: number }[]) {
    this.levels = levels;
    this.kinks = levels.slice(1).map(({ from }) => ({ at: from, slope: 0, jumps: true as const }));
  }

  costAt(x: number): number {
    return this.levels.findLast(({ from }) => from <= x)?.cost ?? 0;
  }
}
