/** Rows of a picture from coarse to fine: `height` is how far it is to the rows around that are there. */
export interface CoarseRow {
  readonly row: number;
  readonly height: number;
}

/** How far it is from one row of the first, coarse picture to the next. */
export const COARSEST = 16;

/** Every row once, evenly spread first: after each round the picture is whole, and twice as fine. */
export function rowOrder(count: number): CoarseRow[] {
  const order: CoarseRow[] = [];
  for (let height = COARSEST; height >= 1; height /= 2) {
    for (let row = 0; row < count; row += height) {
      const isNew = height === COARSEST || row % (2 * height) !== 0;
      if (isNew) order.push({ row, height });
    }
  }
  return order;
}
