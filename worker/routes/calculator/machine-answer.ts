import type { Machine } from "../../../shared/catalog/machine.ts";
import { chargeFor, withoutFreeAllowance, type Price } from "../../../shared/engine/price.ts";
import { convert } from "../../../shared/currency.ts";
import { HOURS_PER_MONTH, MB_PER_GB, type Currency } from "../../../shared/units.ts";
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

/** One machine all month at list price, from a card in this currency. */
export function machineAnswer(
  machine: Machine,
  currency: Currency,
  exchangeRate: number,
): MachineAnswer {
  const toUsd = (amount: number) => convert(amount, currency, "USD", exchangeRate);
  let hourlyCost = 0;
  let monthlyCost = 0;
  for (const { usage, price } of machine.charges) {
    const asNamed = isAlwaysFree(machine.name) ? price : withoutFreeAllowance(price);
    hourlyCost += chargeFor(perHour(asNamed), usage.perMachine / HOURS_PER_MONTH);
    monthlyCost += chargeFor(asNamed, usage.perMachine);
  }
  return {
    hourly_cost_usd: toUsd(hourlyCost),
    monthly_cost_usd: toUsd(monthlyCost),
    ...(currency === "JPY" ? { monthly_cost_jpy: monthlyCost } : {}),
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
