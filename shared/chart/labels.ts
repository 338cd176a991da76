import type { Box } from "./drawing.ts";

/** A label that wants to stand beside a point. */
export interface LabelWish {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 7;

/**
 * Places for labels in order of importance, each at the first spot around its point where it stays
 * within `bounds` and touches no label placed before; `null` where there is none.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  bounds: Box,
  taken: readonly Box[] = [],
): (Box | null)[] {
  const placed: Box[] = [...taken];
  return wishes.map((wish) => {
    const spot = spotsAround(wish).find(
      (box) => isWithin(box, bounds) && !placed.some((other) => overlap(box, other)),
    );
    if (spot === undefined) return null;
    placed.push(spot);
    return spot;
  });
}

function spotsAround({ x, y, width, height }: LabelWish): Box[] {
  const right = x + GAP;
  const left = x - GAP - width;
  const above = y - GAP - height;
  const below = y + GAP;
  const middle = x - width / 2;
  return [
    [left, above],
    [right, below],
    [middle, above],
    [middle, below],
    [right, above],
    [left, below],
    [middle, above - height],
    [middle, below + height],
  ].map(([boxLeft = 0, top = 0]) => ({ left: boxLeft, top, width, height }));
}

function isWithin(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.top >= bounds.top &&
    box.left + box.width <= bounds.left + bounds.width &&
    box.top + box.height <= bounds.top + bounds.height
  );
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}
