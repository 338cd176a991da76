import type { CurveTerm } from "./curve-terms.ts";

/** Another term that counts only after a load: there the cost jumps to it. */
export class LateTerm implements CurveTerm {
  readonly #after: number;
  readonly #term: CurveTerm;

  constructor(after: number, term: CurveTerm) {
    this.#after = after;
    this.#term = term;
  }

  costAt(x: number): number {
    return x < this.#after ? 0 : this.#term.costAt(x);
  }

  /** The first part is up to the load, then come those of the other term. */
  partAt(x: number): number {
    return x < this.#after ? 0 : 1 + this.#term.partAt(x);
  }

  slopeIn(part: number): number {
    return part === 0 ? 0 : this.#term.slopeIn(part - 1);
  }

  endOf(part: number): number {
    return part === 0 ? this.#after : this.#term.endOf(part - 1);
  }

  jumpsAt(x: number): boolean {
    return x === this.#after || (x > this.#after && this.#term.jumpsAt?.(x) === true);
  }
}

/** A term that counts only after a load: all of it, a jump to it, or none. */
export function termAfter(load: number, term: CurveTerm): CurveTerm[] {
  if (load === Infinity) return [];
  return [load < 0 ? term : new LateTerm(load, term)];
}
