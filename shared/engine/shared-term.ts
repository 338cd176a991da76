import type { CurveTerm, Kink } from "./curve-terms.ts";
import { chargeFor, type Price } from "./price.ts";
import type { SharedUsage } from "./usage.ts";

/** Something that costs `amount` from the so-manieth machine on; asked at whole numbers only. */
export class SharedTerm implements CurveTerm {
  readonly kinks: readonly Kink[];
  private readonly amount: number;
  private readonly fromMachines: number;

  constructor(amount: number, fromMachines: number) {
    this.amount = amount;
    this.fromMachines = fromMachines;
    this.kinks = [
      { at: fromMachines - 1, slope: amount },
      { at: fromMachines, slope: 0 },
    ];
  }

  costAt(machines: number): number {
    return this.amount * Math.min(1, Math.max(0, machines - this.fromMachines + 1));
  }
}

/** The term of a meter that all machines of a fleet share, over the number of machines. */
export function sharedTerm({ perFleet, fromMachines }: SharedUsage, price: Price): CurveTerm {
  return new SharedTerm(chargeFor(price, perFleet), fromMachines);
}
