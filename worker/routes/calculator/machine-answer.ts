import type { Machine } from "../../../shared/catalog/machine.ts";
import { chargeFor, withoutFreeAllowance, type Price } from "../../../shared/engine/price.ts";
import { convert } from "../../../shared/currency.ts";
import { HOURS_PER_MONTH, MB_PER_GB } from "../../../shared/units.ts";
import { isAlwaysFree } from "./calculator.ts";

/** A machine type as the calculator's answers show it; those priced in yen have a yen figure too. */
export interface MachineAnswer {
  readonly hourly_cost_usd: number;
  readonly monthly_cost_usd: number;
  readonly monthly_cost_jpy?: number;
  readonly specs: {
    readonly vcpu: number;
    readonly memory_gb: number;
    readonly storage_gb?: number;
  };
}

/** One machine all month at list price; `null` for one that is not sold on demand. */
export function machineAnswer(machine: Machine, exchangeRate: number): MachineAnswer | null {
  const charges = machine.charges.on_demand;
  if (charges === undefined) return null;
  let hourlyUsd = 0;
  let monthlyUsd = 0;
  let monthlyYen: number | null = null;
  for (const { usage, price } of charges) {
    const asNamed = isAlwaysFree(machine.name) ? price : withoutFreeAllowance(price);
    const toUsd = (amount: number) => convert(amount, price.currency, "USD", exchangeRate);
    const monthly = chargeFor(asNamed, usage.perMachine);
    hourlyUsd += toUsd(chargeFor(perHour(asNamed), usage.perMachine / HOURS_PER_MONTH));
    monthlyUsd += toUsd(monthly);
    if (price.currency === "JPY") monthlyYen = (monthlyYen ?? 0) + monthly;
  }
  return {
    hourly_cost_usd: hourlyUsd,
    monthly_cost_usd: monthlyUsd,
    ...(monthlyYen === null ? {} : { monthly_cost_jpy: monthlyYen }),
    specs: {
      vcpu: machine.vcpu,
      memory_gb: machine.memoryMb / MB_PER_GB,
      ...(machine.storageGb === undefined ? {} : { storage_gb: machine.storageGb }),
    },
  };
}

function perHour(price: Price): Price {
  return price.free === 0 ? price : { ...price, free: price.free / HOURS_PER_MONTH };
}
