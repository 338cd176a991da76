import type { Price } from "../shared/engine/price.ts";
import type { Fleet } from "../shared/engine/fleet.ts";
import type { MeteredCharge, Usage } from "../shared/engine/usage.ts";

/**
 * The number `mantissa × 2^exponent`. Every double is one, and sums, differences and products stay
 * among them, so a bill is computed without any rounding and without a single division.
 */
export class Exact {
  readonly mantissa: bigint;
  readonly exponent: number;

  constructor(mantissa: bigint, exponent: number) {
    this.mantissa = mantissa;
    this.exponent = exponent;
  }

  static of(value: number): Exact {
    if (!Number.isFinite(value)) throw new Error(`${value} has no exact value`);
    let exponent = 0;
    let scaled = value;
    while (!Number.isInteger(scaled)) {
      scaled *= 2;
      exponent -= 1;
    }
    return new Exact(BigInt(scaled), exponent);
  }

  plus(other: Exact): Exact {
    const exponent = Math.min(this.exponent, other.exponent);
    return new Exact(this.at(exponent) + other.at(exponent), exponent);
  }

  minus(other: Exact): Exact {
    return this.plus(new Exact(-other.mantissa, other.exponent));
  }

  times(other: Exact): Exact {
    return new Exact(this.mantissa * other.mantissa, this.exponent + other.exponent);
  }

  abs(): Exact {
    return this.mantissa < 0n ? new Exact(-this.mantissa, this.exponent) : this;
  }

  isMoreThan(other: Exact): boolean {
    return this.minus(other).mantissa > 0n;
  }

  private at(exponent: number): bigint {
    return this.mantissa << BigInt(this.exponent - exponent);
  }
}

export const ZERO = new Exact(0n, 0);

/** Anything that is billed by the month: meters, and the fleet that some of them count. */
export interface Billed {
  readonly charges: readonly MeteredCharge[];
  readonly fleet: Fleet | null;
}

/** What a month at this load costs, without rounding. */
export function exactBill({ charges, fleet }: Billed, load: number): Exact {
  let total = ZERO;
  for (const { usage, price } of charges) {
    total = total.plus(exactCharge(price, exactQuantity(usage, load, fleet)));
  }
  return total;
}

/** What `quantity` units cost: the allowance first, then each tier for the part between its bounds. */
export function exactCharge({ free, tiers }: Price, quantity: Exact): Exact {
  let lower = Exact.of(free);
  let total = ZERO;
  for (const { upTo, unitPrice } of tiers) {
    const upper = upTo === Infinity ? quantity : Exact.of(free).plus(Exact.of(upTo));
    const end = quantity.isMoreThan(upper) ? upper : quantity;
    if (end.isMoreThan(lower)) total = total.plus(end.minus(lower).times(Exact.of(unitPrice)));
    lower = upper;
  }
  return total;
}

/**
 * The smallest number of machines that is not below the minimum and whose capacities add up to the
 * load. The product `machines × capacity` is the rounded product of two doubles: it is what the
 * engine puts on the load axis as a fleet step, so it decides here as well.
 */
export function fewestMachines(
  { requestsPerMachine, minimumMachines }: Fleet,
  load: number,
): number {
  if (requestsPerMachine === Infinity) return minimumMachines;
  const capacity = Exact.of(requestsPerMachine);
  const wanted = Exact.of(load);
  const shift = BigInt(Math.abs(wanted.exponent - capacity.exponent));
  const quotient =
    wanted.exponent >= capacity.exponent
      ? (wanted.mantissa << shift) / capacity.mantissa
      : wanted.mantissa / (capacity.mantissa << shift);
  let machines = Math.max(minimumMachines, Number(quotient) - 2);
  while (machines * requestsPerMachine < load) machines += 1;
  return machines;
}

/**
 * What the load would cost if no meter had an allowance and every unit its dearest price: the size
 * of the numbers that go into a bill, which its rounding errors are measured against.
 */
export function grossBill({ charges, fleet }: Billed, load: number): number {
  let total = 0;
  for (const { usage, price } of charges) {
    const quantity = toNumber(grossQuantity(usage, load, fleet));
    total += quantity * Math.max(...price.tiers.map(({ unitPrice }) => unitPrice));
  }
  return total;
}

/** What goes into a quantity: of a difference, the greater number. */
function grossQuantity(usage: Usage, load: number, fleet: Fleet | null): Exact {
  if ("perFleet" in usage) return exactQuantity(usage, load, fleet);
  const slope = "perMachine" in usage ? usage.perMachine : usage.perRequest;
  return slope < 0 ? Exact.of(usage.fixed ?? 0) : exactQuantity(usage, load, fleet);
}

function toNumber({ mantissa, exponent }: Exact): number {
  return Number(mantissa) * 2 ** exponent;
}

/** Whether a computed amount is the exact one but for `tolerance`. */
export function isWithin(computed: number, exact: Exact, tolerance: number): boolean {
  return !Exact.of(computed).minus(exact).abs().isMoreThan(Exact.of(tolerance));
}

/** −1, 0 or 1 as the first bill is lower than, within `share` of, or higher than the second. */
export function exactOrder(first: Billed, second: Billed, load: number, share: number): number {
  const difference = exactBill(first, load).minus(exactBill(second, load));
  const noise = share * Math.max(grossBill(first, load), grossBill(second, load));
  if (!difference.abs().isMoreThan(Exact.of(noise))) return 0;
  return difference.mantissa < 0n ? -1 : 1;
}

/** Hour by hour: each slot of the month has its own number of machines. */
function exactQuantity(usage: Usage, load: number, fleet: Fleet | null): Exact {
  if ("perMachine" in usage) {
    if (fleet === null) return ZERO;
    let machines = ZERO;
    for (const slot of fleet.slots ?? [{ ...fleet, share: 1 }]) {
      const running = fewestMachines({ ...fleet, ...slot }, load);
      machines = machines.plus(Exact.of(slot.share).times(Exact.of(running)));
    }
    return atLeastZero(Exact.of(usage.fixed ?? 0).plus(Exact.of(usage.perMachine).times(machines)));
  }
  if ("perFleet" in usage) {
    const isShared = fleet !== null && fewestMachines(fleet, load) >= usage.fromMachines;
    return isShared ? Exact.of(usage.perFleet) : ZERO;
  }
  const { fromMachines } = usage;
  const counts =
    fromMachines === undefined || (fleet !== null && fewestMachines(fleet, load) >= fromMachines);
  if (!counts) return ZERO;
  return atLeastZero(Exact.of(usage.fixed).plus(Exact.of(usage.perRequest).times(Exact.of(load))));
}

function atLeastZero(quantity: Exact): Exact {
  return quantity.isMoreThan(ZERO) ? quantity : ZERO;
}
