import type { CurveTerm } from "./curve-terms.ts";

/** A constant that is another after each of some loads. */
export class JumpingTerm implements CurveTerm {
  private readonly levels: readonly { readonly from: number; readonly cost: number }[];

  /** `levels` ascend; the first is from 0. */
  constructor(levels: readonly { readonly from: number; readonly cost: number }[]) {
    this.levels = levels;
  }

  costAt(x: number): number {
    return this.levels.findLast(({ from }) => from <= x)?.cost ?? 0;
  }

  slopeFrom(): number {
    return 0;
  }

  bendAfter(x: number): number {
    return this.levels.find(({ from }) => from > x)?.from ?? Infinity;
  }

  jumpsAt(x: number): boolean {
    return this.levels.some(({ from }, index) => index > 0 && from === x);
  }
}
