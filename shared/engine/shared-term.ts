import type { CurveTerm } from "./curve-terms.ts";
import { chargeFor, type Price } from "./price.ts";
import type { SharedUsage } from "./usage.ts";

/** Something that costs `amount` from the so-manieth machine on; asked at whole numbers only. */
export class SharedTerm implements CurveTerm {
  readonly #amount: number;
  readonly #fromMachines: number;

  constructor(amount: number, fromMachines: number) {
    this.#amount = amount;
    this.#fromMachines = fromMachines;
  }

  costAt(machines: number): number {
    return this.#amount * Math.min(1, Math.max(0, machines - this.#fromMachines + 1));
  }

  /** Fewer machines, the one that it begins with, more. */
  partAt(machines: number): number {
    if (machines < this.#fromMachines - 1) return 0;
    return machines < this.#fromMachines ? 1 : 2;
  }

  slopeIn(part: number): number {
    return part === 1 ? this.#amount : 0;
  }

  endOf(part: number): number {
    return part === 2 ? Infinity : this.#fromMachines - 1 + part;
  }
}

/** The term of a meter that all machines of a fleet share, over the number of machines. */
export function sharedTerm({ perFleet, fromMachines }: SharedUsage, price: Price): CurveTerm {
  return new SharedTerm(chargeFor(price, perFleet), fromMachines);
}
