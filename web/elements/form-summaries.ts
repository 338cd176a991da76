import type { Formatter } from "../format.ts";
import type { PageMessages } from "../messages/messages.ts";
import type { SimulationInputs } from "../state/inputs.ts";
import { durationText, sizeText } from "./parts.ts";

/** What a closed group of the form says about its inputs. */
export interface FormSummaries {
  readonly workload: string;
  readonly egress: string;
  readonly machines: string;
  readonly money: string;
}

/** One line for each group. */
export function formSummaries(
  inputs: SimulationInputs,
  city: string,
  page: PageMessages,
  format: Formatter,
): FormSummaries {
  const types = inputs.machines.length;
  return {
    workload: joined(
      city,
      page.sizes.mb(format.count(inputs.memoryMb)),
      durationText(inputs.durationMs, page, format),
      `${format.compactCount(inputs.requestsPerMonth)} ${page.units.executionsPerMonth}`,
    ),
    egress: joined(
      sizeText(inputs.egressPerRequestKb, page, format),
      `${format.value(inputs.internetTransferRatio)}%`,
    ),
    machines: joined(
      page.machineTypes(format.count(types), types === 1),
      inputs.sizing === "peak" ? page.sizingPeak : page.sizingFixed,
    ),
    money: joined(
      inputs.currency,
      `${format.value(inputs.exchangeRate)} ${page.units.yenPerDollar}`,
    ),
  };
}

function joined(...parts: readonly string[]): string {
  return parts.join(" · ");
}
