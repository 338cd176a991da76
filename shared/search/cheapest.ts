/** The so many cheapest of what is added, in that order. */
export class Cheapest<Item extends { readonly atLeast: number }> {
  /** The least cost of what is not among them. */
  leastLeftOut = Infinity;
  /** What a cost must stay below to be among them. */
  worst = Infinity;
  readonly items: Item[] = [];
  readonly #length: number;

  constructor(length: number) {
    this.#length = length;
  }

  /** Adds what costs less than the worst: among equals the first stays first. */
  add(item: Item): void {
    const { items } = this;
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((items[middle]?.atLeast ?? Infinity) > item.atLeast) high = middle;
      else low = middle + 1;
    }
    items.splice(low, 0, item);
    if (items.length > this.#length) this.leaveOut(items.pop()?.atLeast ?? Infinity);
    if (items.length === this.#length) this.worst = items.at(-1)?.atLeast ?? Infinity;
  }

  leaveOut(atLeast: number): void {
    if (atLeast < this.leastLeftOut) this.leastLeftOut = atLeast;
  }
}
