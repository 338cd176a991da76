import type { Formatter } from "../format.ts";
import { VALUE } from "../formats.ts";
import type { PageMessages } from "../messages/messages.ts";
import type { SimulationInputs } from "../state/inputs.ts";
import { sideCostsOf } from "../state/question.ts";
import { durationText, sizeText } from "./parts.ts";

/** Groups of the form beside the workload. */
export type GroupName =
  | "traffic"
  | "egress"
  | "functions"
  | "machines"
  | "sideCosts"
  | "money"
  | "outlook";

/** What a closed group of the form says about its inputs: one line for each. */
export function formSummaries(
  inputs: SimulationInputs,
  city: string,
  page: PageMessages,
  format: Formatter,
): Readonly<Record<GroupName | "workload", string>> {
  const functions = inputs.functions.length;
  const machines = inputs.machines.length;
  return {
    workload: joined(
      city,
      page.sizes.mb(format.count(inputs.memoryMb)),
      durationText(inputs.durationMs, page, format),
      `${format.compactCount(inputs.requestsPerMonth)} ${page.units.executionsPerMonth}`,
    ),
    traffic: joined(
      inputs.hourlyWeights.length === 0 ? page.evenHours : page.ownHours,
      page.peak(format.written(VALUE, inputs.peakToAverage)),
    ),
    egress: joined(
      sizeText(inputs.egressPerRequestKb, page, format),
      `${format.written(VALUE, inputs.internetTransferRatio)}%`,
    ),
    functions: page.functionTypes(format.count(functions), functions === 1),
    machines: joined(
      page.machineTypes(format.count(machines), machines === 1),
      page.sizings[inputs.sizing],
    ),
    sideCosts: sideCostsOf(inputs) === null ? page.notCounted : page.counted,
    money: joined(
      inputs.currency,
      `${format.written(VALUE, inputs.exchangeRate)} ${page.units.yenPerDollar}`,
    ),
    outlook: joined(
      page.growthOf(format.written(VALUE, inputs.growthPercent)),
      page.monthsOf(format.count(inputs.horizonMonths)),
    ),
  };
}

function joined(...parts: readonly string[]): string {
  return parts.join(" · ");
}
