import { meanBilledMs, type BilledTime } from "../metering/rule.ts";
import { KB_PER_GB, MB_PER_GB, MS_PER_SECOND, PERCENT, SECONDS_PER_HOUR } from "../units.ts";
import { cpuMsOf, type RequestDemand } from "../request-demand.ts";
import type { Operand, OperandName, OperandOrigin, UsageTerm } from "./usage-formula.ts";

/** An operand that needs no more than its name. */
export function operand(name: OperandName, value: number): Operand {
  return { name, value };
}

/** What a term is divided by. */
export function divisor(name: OperandName, value: number): Operand {
  return { name, value, isDivisor: true };
}

/** The time that is billed for a request, in seconds or hours, with how it was rounded. */
export function billedTime(
  demand: RequestDemand,
  time: BilledTime,
  name: "billed_seconds" | "billed_hours" = "billed_seconds",
): Operand {
  const seconds = meanBilledMs(demand, time) / MS_PER_SECOND;
  const { durationMs, durations, coldStarts } = demand;
  const isInitBilled = time.includesInit === true && coldStarts !== undefined;
  const origin: OperandOrigin = {
    kind: "billed_time",
    durationMs,
    stepMs: time.stepMs,
    leastMs: time.leastMs ?? 0,
    isDistribution: durations !== undefined,
    coldStarts: isInitBilled && coldStarts.ratio > 0 ? coldStarts : null,
  };
  return { name, value: name === "billed_seconds" ? seconds : seconds / SECONDS_PER_HOUR, origin };
}

/** Memory of `billedMb`, with what was asked for where the service bills a size that holds it. */
export function memoryGb({ memoryMb }: RequestDemand, billedMb = memoryMb): Operand {
  const gb = operand("memory_gb", billedMb / MB_PER_GB);
  return billedMb === memoryMb ? gb : { ...gb, origin: { kind: "memory_size", memoryMb } };
}

/** CPU time of a request, with how it is assumed where it was not measured. */
export function cpuMs(demand: RequestDemand): Operand {
  const cpu = operand("cpu_ms", cpuMsOf(demand));
  if (demand.cpuMs !== null) return cpu;
  const { durationMs, memoryMb } = demand;
  return { ...cpu, origin: { kind: "assumed_cpu", durationMs, memoryMb } };
}

/** GB that a request sends to the internet. */
export function egressTerm({
  egressPerRequestKb,
  internetTransferRatio,
}: RequestDemand): UsageTerm {
  return [
    operand("response_kb", egressPerRequestKb),
    operand("internet_share", internetTransferRatio / PERCENT),
    divisor("kb_per_gb", KB_PER_GB),
  ];
}

/** GB that a request writes to the log. */
export function logTerm({ logPerRequestKb = 0 }: RequestDemand): UsageTerm {
  return [operand("log_kb", logPerRequestKb), divisor("kb_per_gb", KB_PER_GB)];
}
