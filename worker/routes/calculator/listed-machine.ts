import type { Machine } from "../../../shared/catalog/machine.ts";
import type { Provenance } from "../../../shared/engine/price.ts";
import { priceFlags, type PriceFlag } from "../../../shared/price-flags.ts";
import { toSource, type PricesUsed } from "../../../shared/mapping/prices-used.ts";
import { machineAnswer, type MachineAnswer } from "./machine-answer.ts";

/** A machine in a list, with what its price rests on. */
export interface ListedMachine extends MachineAnswer {
  readonly price_date: string;
  readonly confidence: Provenance["confidence"];
  readonly flags: readonly PriceFlag[];
}

/** The prices of a list, so that it can say what they rest on as a whole. */
export class PricesListed {
  readonly #today: string;
  #oldest: Provenance | null = null;
  readonly #flags = new Set<PriceFlag>();

  constructor(today: string) {
    this.#today = today;
  }

  /** Takes a price in; what is to be said of it. */
  note(provenance: Provenance): PriceFlag[] {
    if (this.#oldest === null || provenance.date < this.#oldest.date) this.#oldest = provenance;
    const flags = priceFlags(provenance, this.#today);
    for (const flag of flags) this.#flags.add(flag);
    return flags;
  }

  used(): PricesUsed {
    return {
      prices_as_of: this.#oldest?.date ?? null,
      oldest_source: this.#oldest && toSource(this.#oldest),
      price_flags: [...this.#flags].toSorted(),
    };
  }
}

/** One machine all month at list price; `null` for one that is not sold on demand. */
export function listedMachine(
  machine: Machine,
  exchangeRate: number,
  prices: PricesListed,
): ListedMachine | null {
  const answer = machineAnswer(machine, exchangeRate);
  const provenance = machine.charges.on_demand?.[0]?.price.provenance;
  if (answer === null || !provenance) return null;
  const { date, confidence } = provenance;
  return { ...answer, price_date: date, confidence, flags: prices.note(provenance) };
}
