/** The so many cheapest of what is added: a heap with the dearest of them on top. */
export class Cheapest<Item extends { readonly atLeast: number }> {
  /** The least cost of what is not among them. */
  leastLeftOut = Infinity;
  readonly #length: number;
  readonly #heap: Item[] = [];

  constructor(length: number) {
    this.#length = length;
  }

  /** What a cost must stay below to be among them. */
  get worst(): number {
    return this.#heap.length < this.#length ? Infinity : (this.#heap[0]?.atLeast ?? Infinity);
  }

  add(item: Item): void {
    const heap = this.#heap;
    if (heap.length < this.#length) {
      heap.push(item);
      this.#rise(heap.length - 1);
      return;
    }
    const [top] = heap;
    if (top !== undefined) this.leaveOut(top.atLeast);
    heap[0] = item;
    this.#sink();
  }

  leaveOut(atLeast: number): void {
    if (atLeast < this.leastLeftOut) this.leastLeftOut = atLeast;
  }

  sorted(): Item[] {
    return this.#heap.toSorted((a, b) => a.atLeast - b.atLeast);
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#costAt(parent) >= this.#costAt(at)) return;
      this.#swap(parent, at);
      at = parent;
    }
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let largest = at;
      if (this.#costAt(left) > this.#costAt(largest)) largest = left;
      if (this.#costAt(right) > this.#costAt(largest)) largest = right;
      if (largest === at) return;
      this.#swap(largest, at);
      at = largest;
    }
  }

  #costAt(index: number): number {
    return this.#heap[index]?.atLeast ?? -Infinity;
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap;
    const first = heap[a];
    const second = heap[b];
    if (first === undefined || second === undefined) return;
    heap[a] = second;
    heap[b] = first;
  }
}
