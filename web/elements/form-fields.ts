import { FIELDS, type NumberField } from "../../shared/fields.ts";
import { MB_PER_GB } from "../../shared/units.ts";
import { cpuMsOf } from "../../shared/workload.ts";
import type { Formatter } from "../format.ts";
import type { PageMessages } from "../messages/messages.ts";
import type { NumberInput, SimulationInputs } from "../state/inputs.ts";
import { workloadOf } from "../state/question.ts";
import { durationText, sizeText } from "./parts.ts";

/** How the form shows one numeric input. */
export interface FormField {
  readonly field: NumberField;
  readonly label: (page: PageMessages) => string;
  readonly unit: (page: PageMessages) => string;
  readonly presets?: readonly number[];
  readonly presetLabel?: (value: number, page: PageMessages, format: Formatter) => string;
  /** Said below the field; an input with an assumption may be left empty. */
  readonly assumption?: (
    inputs: SimulationInputs,
    page: PageMessages,
    format: Formatter,
  ) => { readonly hint: string; readonly placeholder: string };
}

const percent = (value: number) => `${value}%`;

/** Inputs that are one field of the form. */
export type FormInput = Extract<
  NumberInput,
  | "memoryMb"
  | "durationMs"
  | "egressPerRequestKb"
  | "internetTransferRatio"
  | "peakToAverage"
  | "cpuMs"
  | "memoryPerRequestMb"
  | "targetUtilisation"
  | "memoryReserveMb"
  | "exchangeRate"
>;

export const FORM_FIELDS: Readonly<Record<FormInput, FormField>> = {
  memoryMb: {
    field: FIELDS.service_memory_mb,
    label: (page) => page.memory,
    unit: (page) => page.units.mb,
    presets: [128, 256, 512, 1024, 2048, 4096],
    presetLabel: (value, page, format) =>
      value < MB_PER_GB
        ? page.sizes.mb(format.count(value))
        : page.sizes.gb(format.count(value / MB_PER_GB)),
  },
  durationMs: {
    field: FIELDS.execution_time_ms,
    label: (page) => page.executionTime,
    unit: (page) => page.units.ms,
    presets: [10, 120, 1000, 10_000, 60_000],
    presetLabel: durationText,
  },
  egressPerRequestKb: {
    field: FIELDS.egress_per_request_kb,
    label: (page) => page.egressPerRequest,
    unit: (page) => page.units.kb,
    presets: [0, 1, 10, 100, 1024],
    presetLabel: sizeText,
  },
  internetTransferRatio: {
    field: FIELDS.internet_transfer_ratio,
    label: (page) => page.transferRatio,
    unit: (page) => page.units.percent,
    presets: [0, 10, 50, 100],
    presetLabel: percent,
  },
  peakToAverage: {
    field: FIELDS.peak_to_average,
    label: (page) => page.peakToAverage,
    unit: (page) => page.units.ratio,
    presets: [1, 3, 10, 30],
    presetLabel: (value, page, format) => page.times(format.count(value)),
  },
  cpuMs: {
    field: FIELDS.cpu_ms,
    label: (page) => page.cpuTime,
    unit: (page) => page.units.ms,
    assumption: (inputs, page, format) => {
      const assumed = format.rounded(cpuMsOf({ ...workloadOf(inputs), cpuMs: null }));
      return { hint: page.cpuTimeAssumed(assumed), placeholder: assumed };
    },
  },
  memoryPerRequestMb: {
    field: FIELDS.memory_per_request_mb,
    label: (page) => page.memoryPerRequest,
    unit: (page) => page.units.mb,
    assumption: ({ memoryMb }, page, format) => {
      const assumed = format.value(memoryMb);
      return { hint: page.memoryPerRequestAssumed(assumed), placeholder: assumed };
    },
  },
  targetUtilisation: {
    field: FIELDS.target_utilisation,
    label: (page) => page.utilisation,
    unit: (page) => page.units.share,
  },
  memoryReserveMb: {
    field: FIELDS.memory_reserve_mb,
    label: (page) => page.memoryReserve,
    unit: (page) => page.units.mb,
  },
  exchangeRate: {
    field: FIELDS.exchange_rate,
    label: (page) => page.exchangeRate,
    unit: (page) => page.units.yenPerDollar,
    presets: [130, 140, 150, 160],
    presetLabel: (value, _page, format) => format.count(value),
  },
};
