import type { CurveTerm } from "./curve-terms.ts";

/** A constant that is another after each of some loads. */
export class JumpingTerm implements CurveTerm {
  readonly #levels: readonly { readonly from: number; readonly cost: number }[];

  /** `levels` ascend; the first is from 0. */
  constructor(levels: readonly { readonly from: number; readonly cost: number }[]) {
    this.#levels = levels;
  }

  costAt(x: number): number {
    return this.#levels[this.partAt(x)]?.cost ?? 0;
  }

  partAt(x: number): number {
    return this.#levels.findLastIndex(({ from }) => from <= x);
  }

  slopeIn(): number {
    return 0;
  }

  endOf(part: number): number {
    return this.#levels[part + 1]?.from ?? Infinity;
  }

  jumpsAt(x: number): boolean {
    const part = this.partAt(x);
    return part > 0 && this.#levels[part]?.from === x;
  }
}
