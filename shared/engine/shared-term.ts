import type { CurveTerm } from "./curve-terms.ts";
import { chargeFor, type Price } from "./price.ts";
import type { SharedUsage } from "./usage.ts";

/** Something that costs `amount` from the so-manieth machine on; asked at whole numbers only. */
export class SharedTerm implements CurveTerm {
  private readonly amount: number;
  private readonly fromMachines: number;

  constructor(amount: number, fromMachines: number) {
    this.amount = amount;
    this.fromMachines = fromMachines;
  }

  costAt(machines: number): number {
    return this.amount * Math.min(1, Math.max(0, machines - this.fromMachines + 1));
  }

  slopeFrom(machines: number): number {
    const isBetween = machines >= this.fromMachines - 1 && machines < this.fromMachines;
    return isBetween ? this.amount : 0;
  }

  bendAfter(machines: number): number {
    const { fromMachines } = this;
    if (machines < fromMachines - 1) return fromMachines - 1;
    return machines < fromMachines ? fromMachines : Infinity;
  }

  jumpsAt(): boolean {
    return false;
  }
}

/** The term of a meter that all machines of a fleet share, over the number of machines. */
export function sharedTerm({ perFleet, fromMachines }: SharedUsage, price: Price): CurveTerm {
  return new SharedTerm(chargeFor(price, perFleet), fromMachines);
}
