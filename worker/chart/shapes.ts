import { escaped } from "../../shared/chart/svg.ts";

/** A place in pixels, from the left and from the top. */
export type Place = readonly [x: number, y: number];

/** More than the last digits in which the platforms' logarithms differ. */
const LAST_DIGITS = 1e-6;

/**
 * Coordinates are cut to tenths of a pixel, which is what is seen. What is just between two of them goes
 * to the same on every platform.
 */
export function tenths(value: number): number {
  return Math.round(value * 10 + LAST_DIGITS) / 10;
}

/** Words on a line, of the given classes. */
export function words(content: string, [x, y]: Place, classes = ""): string {
  return `<text x="${tenths(x)}" y="${tenths(y)}" class="${classes}">${escaped(content)}</text>`;
}

/** A straight line, of the given classes. */
export function line([x1, y1]: Place, [x2, y2]: Place, classes: string): string {
  return `<path class="${classes}" d="M${tenths(x1)} ${tenths(y1)} ${tenths(x2)} ${tenths(y2)}"/>`;
}

/** A line through places, of the given classes, if it has two; of a level stretch only the ends are written. */
export function lineThrough(places: readonly Place[], classes: string): string {
  if (places.length < 2) return "";
  const rounded = places.map(([x, y]): Place => [tenths(x), tenths(y)]);
  const bends = rounded.filter(
    ([, y], index) => y !== rounded[index - 1]?.[1] || y !== rounded[index + 1]?.[1],
  );
  return `<path class="${classes}" d="M${bends.map((place) => place.join(" ")).join(" ")}"/>`;
}

/** A filled rectangle, of the given classes. */
export function rectangle([x, y]: Place, width: number, height: number, classes: string): string {
  return `<rect x="${tenths(x)}" y="${tenths(y)}" width="${tenths(width)}" height="${tenths(height)}" class="${classes}"/>`;
}

/** A disc, of the given classes. */
export function dot([x, y]: Place, radius: number, classes: string): string {
  return `<circle cx="${tenths(x)}" cy="${tenths(y)}" r="${radius}" class="${classes}"/>`;
}
