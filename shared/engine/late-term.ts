import type { CurveTerm, Kink } from "./curve-terms.ts";

/** Another term that counts only after a load: there the cost jumps to it. */
export class LateTerm implements CurveTerm {
  readonly kinks: readonly Kink[];
  private readonly after: number;
  private readonly term: CurveTerm;

  constructor(after: number, term: CurveTerm) {
    this.after = after;
    this.term = term;
    const earlier = term.kinks.filter(({ at }) => at <= after);
    const slope = earlier.at(-1)?.slope ?? 0;
    this.kinks = [{ at: after, slope, jumps: true }, ...term.kinks.filter(({ at }) => at > after)];
  }

  costAt(x: number): number {
    return x < this.after ? 0 : this.term.costAt(x);
  }
}

/** A term that counts only after a load: all of it, a jump to it, or none. */
export function termAfter(load: number, term: CurveTerm): CurveTerm[] {
  if (load === Infinity) return [];
  return [load < 0 ? term : new LateTerm(load, term)];
}
