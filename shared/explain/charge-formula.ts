import { partOf, type Fleet } from "../engine/fleet.ts";
import {
  billedMachinesAt,
  isFleetUsage,
  isSharedUsage,
  lastLoadBefore,
  machinesAt,
  type FleetUsage,
  type MeteredCharge,
} from "../engine/usage.ts";
import { HOURS_PER_MONTH, SECONDS_PER_MONTH } from "../units.ts";
import { operand } from "./operands.ts";
import type { Operand, OperandName, UsageFormula, UsageTerm } from "./usage-formula.ts";

const NOTHING: UsageFormula = { plus: [], minus: [] };

/** Units of meters that are billed by the time that machines run, and what of a machine counts. */
const TIMED_UNITS: Readonly<Record<string, readonly [per: OperandName, of: OperandName | null]>> = {
  "instance-hour": ["hours", null],
  "instance-month": ["months", null],
  "vCPU-hour": ["hours", "vcpu"],
  "OCPU-hour": ["hours", "ocpu"],
  "GB-hour": ["hours", "memory_gb"],
  "vCPU-second": ["seconds", "vcpu"],
  "GiB-second": ["seconds", "memory_gb"],
  month: ["months", null],
};
const UNITS_PER_MONTH = { hours: HOURS_PER_MONTH, seconds: SECONDS_PER_MONTH, months: 1 } as const;

/** How a usage follows from the load and the fleet, read off what the engine computes it by. */
export function chargeFormula(
  { usage, price: { unit } }: MeteredCharge,
  requestsPerMonth: number,
  fleet: Fleet | null,
): UsageFormula {
  if (isFleetUsage(usage)) return fleetFormula(usage, unit, requestsPerMonth, fleet);
  if (isSharedUsage(usage)) {
    const isShared = fleet !== null && machinesAt(fleet, requestsPerMonth) >= usage.fromMachines;
    return isShared ? { plus: [[perMonth(usage.perFleet, unit)]], minus: [] } : NOTHING;
  }
  const { fixed, perRequest, fromMachines } = usage;
  const isEarly =
    fromMachines !== undefined && requestsPerMonth <= lastLoadBefore(fromMachines, fleet);
  if (isEarly) return NOTHING;
  const requests = operand("requests", requestsPerMonth);
  const each = (amount: number): UsageTerm =>
    amount === 1 ? [requests] : [requests, { name: "per_request", value: amount, unit }];
  return signed([
    [fixed, [perMonth(Math.abs(fixed), unit)]],
    [perRequest, each(Math.abs(perRequest))],
  ]);
}

function fleetFormula(
  { fixed = 0, perMachine, partMonth }: FleetUsage,
  unit: string,
  requestsPerMonth: number,
  fleet: Fleet | null,
): UsageFormula {
  if (fleet === null) return NOTHING;
  const machines = machineOperands(fleet, requestsPerMonth, partMonth);
  return signed([
    [fixed, [perMonth(Math.abs(fixed), unit)]],
    [perMachine, [...machines, ...ofEachMachine(Math.abs(perMachine), unit)]],
  ]);
}

function machineOperands(
  fleet: Fleet,
  requestsPerMonth: number,
  partMonth: FleetUsage["partMonth"],
): Operand[] {
  if (fleet.slots === undefined) {
    const machines = operand("machines", machinesAt(fleet, requestsPerMonth));
    const part = partOf(partMonth, 1);
    return part === 1 ? [machines] : [machines, operand("sustained_use", part)];
  }
  const billed = billedMachinesAt(fleet, requestsPerMonth, partMonth);
  return [operand(partMonth === undefined ? "mean_machines" : "billed_machines", billed)];
}

/** What a month of one machine counts: so many of what it has, over the month. */
function ofEachMachine(perMachine: number, unit: string): Operand[] {
  const timed = TIMED_UNITS[unit];
  if (timed === undefined) return [{ name: "per_machine", value: perMachine, unit }];
  const [per, of] = timed;
  const units = UNITS_PER_MONTH[per as keyof typeof UNITS_PER_MONTH];
  const amount = perMachine / units;
  const time = operand(per, units);
  if (of !== null) return [operand(of, amount), time];
  return amount === 1 ? [time] : [{ name: "per_machine", value: perMachine, unit }];
}

function perMonth(value: number, unit: string): Operand {
  return { name: "per_month", value, unit };
}

/** Terms with an amount of none left out, those of a negative one taken off. */
function signed(terms: readonly (readonly [amount: number, term: UsageTerm])[]): UsageFormula {
  return {
    plus: terms.filter(([amount]) => amount > 0).map(([, term]) => term),
    minus: terms.filter(([amount]) => amount < 0).map(([, term]) => term),
  };
}
