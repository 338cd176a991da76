/** What a logarithmic axis shows, from one end to the other; both are above zero. */
export interface LogAxis {
  readonly min: number;
  readonly max: number;
}

const DECADE = 10;
/** More than the last digits in which the platforms' logarithms differ. */
const LAST_DIGITS = 1e-12;
/** Over fewer decades than that, numbers between the powers of ten are named too. */
const DECADES_ENOUGH = 3;
const BETWEEN = [1, 2, 5];

/** Where a value is on an axis: 0 at its beginning, 1 at its end. */
export function positionOn({ min, max }: LogAxis, value: number): number {
  return Math.log10(value / min) / Math.log10(max / min);
}

/** The power of ten at or below a value. */
export function decadeBelow(value: number): number {
  return DECADE ** Math.floor(Math.log10(value) + LAST_DIGITS);
}

/** Round numbers that lie on an axis, few enough to be named. */
export function ticksOf({ min, max }: LogAxis): number[] {
  const factors = max / min < DECADE ** DECADES_ENOUGH ? BETWEEN : [1];
  const ticks: number[] = [];
  for (let decade = decadeBelow(min); decade <= max; decade *= DECADE) {
    for (const factor of factors) ticks.push(decade * factor);
  }
  return ticks.filter((tick) => tick >= min && tick <= max);
}

/** The parts of an axis, none larger than a decade. */
export function decadesOf({ min, max }: LogAxis): LogAxis[] {
  const parts: LogAxis[] = [];
  for (let from = min; from < max; from *= DECADE) {
    parts.push({ min: from, max: Math.min(max, from * DECADE) });
  }
  return parts;
}
