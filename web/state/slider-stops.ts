/** Factors of a decade that look round, about 10 % apart: the E24 series of preferred numbers. */
const DECADE = [
  1, 1.1, 1.2, 1.3, 1.5, 1.6, 1.8, 2, 2.2, 2.4, 2.7, 3, 3.3, 3.6, 3.9, 4.3, 4.7, 5.1, 5.6, 6.2, 6.8,
  7.5, 8.2, 9.1,
];
/** Factors of a doubling, for sizes of memory. */
const DOUBLING = [1, 1.125, 1.25, 1.375, 1.5, 1.625, 1.75, 1.875];

/** Round values between two, each about a tenth more than the one before: a logarithmic scale. */
export function decimalStops(min: number, max: number): number[] {
  return stops(min, max, 10, DECADE);
}

/** Values between two powers of two, eight for each doubling. */
export function binaryStops(min: number, max: number): number[] {
  return stops(min, max, 2, DOUBLING);
}

function stops(min: number, max: number, base: number, factors: readonly number[]): number[] {
  const all: number[] = [];
  for (let power = min; power <= max; power *= base) {
    for (const factor of factors) {
      const value = Number((power * factor).toPrecision(6));
      if (value <= max) all.push(value);
    }
  }
  return all;
}

/** Index of the stop that is nearest to a value, by their factor. */
export function nearestStop(stopsUp: readonly number[], value: number): number {
  const above = stopsUp.findIndex((stop) => stop >= value);
  if (above === -1) return stopsUp.length - 1;
  const over = stopsUp[above] ?? value;
  const under = stopsUp[above - 1];
  return under !== undefined && value * value < under * over ? above - 1 : above;
}
