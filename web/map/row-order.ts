/** Rows of a picture from coarse to fine: `height` is how many rows each stands for until finer ones come. */
export interface CoarseRow {
  readonly row: number;
  readonly height: number;
}

const COARSEST = 16;

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
