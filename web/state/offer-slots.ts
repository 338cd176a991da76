/** Gives each offer a number, its colour, that does not change while other offers come and go. */
export class OfferSlots {
  readonly #slotById = new Map<string, number>();

  /** Keeps the numbers of these offers, frees those of others, and gives new offers the lowest free ones. */
  assign(ids: readonly string[]): void {
    for (const id of this.#slotById.keys()) {
      if (!ids.includes(id)) this.#slotById.delete(id);
    }
    for (const id of ids) {
      if (this.#slotById.has(id)) continue;
      const used = new Set(this.#slotById.values());
      let slot = 0;
      while (used.has(slot)) slot += 1;
      this.#slotById.set(id, slot);
    }
  }

  /** The number of an offer that was assigned one. */
  slotOf(id: string): number {
    return this.#slotById.get(id) ?? 0;
  }
}
