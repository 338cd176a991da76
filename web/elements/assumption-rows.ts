import type { CatalogIndex, PlacesFile } from "../../shared/catalog/catalog-index.ts";
import { HOURS_PER_MONTH } from "../../shared/units.ts";
import { capacityDemandOf } from "../../shared/workload.ts";
import type { Formatter, Language } from "../format.ts";
import { PRECISE, SHARE, VALUE } from "../formats.ts";
import type { AssumptionTexts } from "../messages/assumptions-texts.ts";
import type { FormMessages } from "../messages/form-texts.ts";
import type { PageMessages } from "../messages/messages.ts";
import { DEFAULT_INPUTS } from "../state/default-inputs.ts";
import type { SimulationInputs } from "../state/inputs.ts";
import { hasOption, peakToAverageOf, workloadOf } from "../state/question.ts";
import { durationText, sizeText } from "./parts.ts";

/** What assumptions are said with. */
export interface AssumptionWords {
  readonly texts: AssumptionTexts;
  readonly form: FormMessages;
  readonly page: PageMessages;
  readonly format: Formatter;
  readonly language: Language;
  readonly index: Pick<CatalogIndex<PlacesFile>, "placeOf"> | null;
}

/** One of the things that shaped the answer. */
export interface AssumptionRow {
  readonly label: string;
  readonly value: string;
  /** `null` for a convention that nobody can change. */
  readonly isDefault: boolean | null;
}

/** Everything that shaped an answer beside the offers that are compared. */
export function assumptionRows(
  inputs: SimulationInputs,
  words: AssumptionWords,
): readonly AssumptionRow[] {
  const row = (
    label: string,
    value: string,
    ...keys: readonly (keyof SimulationInputs)[]
  ): AssumptionRow => ({ label, value, isDefault: keys.every((key) => isDefault(inputs, key)) });
  const { texts } = words;
  return [
    ...workloadRows(inputs, words, row),
    ...machineRows(inputs, words, row),
    ...functionRows(inputs, words, row),
    ...sideRows(inputs, words, row),
    ...moneyRows(inputs, words, row),
    { label: texts.month, value: texts.hours(String(HOURS_PER_MONTH)), isDefault: null },
    { label: texts.taxes, value: texts.notCounted, isDefault: null },
  ];
}

type MakeRow = (
  label: string,
  value: string,
  ...keys: readonly (keyof SimulationInputs)[]
) => AssumptionRow;

function isDefault(inputs: SimulationInputs, key: keyof SimulationInputs): boolean {
  return JSON.stringify(inputs[key]) === JSON.stringify(DEFAULT_INPUTS[key]);
}

function workloadRows(
  inputs: SimulationInputs,
  { texts, form, page, format, language, index }: AssumptionWords,
  row: MakeRow,
): AssumptionRow[] {
  const { durations, hourlyWeights, coldStartRatio } = inputs;
  const mean = durationText(workloadOf(inputs).durationMs, page, format);
  const place = index?.placeOf(inputs.region)?.city[language] ?? inputs.region;
  return [
    row(page.place, place, "region"),
    row(page.memory, page.sizes.mb(format.count(inputs.memoryMb)), "memoryMb"),
    row(
      page.executionTime,
      durations.length === 0 ? mean : texts.distribution(mean, format.count(durations.length)),
      "durationMs",
      "durations",
    ),
    row(
      page.executions,
      `${format.count(inputs.requestsPerMonth)} ${page.units.executionsPerMonth}`,
      "requestsPerMonth",
    ),
    row(
      form.coldStarts,
      coldStartRatio === 0
        ? texts.none
        : texts.coldStarts(
            format.written(SHARE, coldStartRatio),
            durationText(inputs.initMs, page, format),
          ),
      "coldStartRatio",
      "initMs",
    ),
    row(
      texts.hourlyProfile,
      hourlyWeights.length === 0
        ? texts.evenHours
        : texts.ownHours(format.count(hourlyWeights.length)),
      "hourlyWeights",
    ),
    row(
      form.peakToAverage,
      form.times(format.written(PRECISE, peakToAverageOf(inputs))),
      "peakToAverage",
      "hourlyWeights",
    ),
    row(
      form.egressPerRequest,
      sizeText(inputs.egressPerRequestKb, page, format),
      "egressPerRequestKb",
    ),
    row(
      form.transferRatio,
      `${format.written(VALUE, inputs.internetTransferRatio)}%`,
      "internetTransferRatio",
    ),
  ];
}

function machineRows(
  inputs: SimulationInputs,
  { texts, form, page, format }: AssumptionWords,
  row: MakeRow,
): AssumptionRow[] {
  const demand = capacityDemandOf(workloadOf(inputs));
  const cpu = page.durations.ms(format.written(PRECISE, demand.cpuMs));
  const memory = page.sizes.mb(format.written(PRECISE, demand.memoryPerRequestMb));
  const { sizing } = inputs;
  const isFixed = sizing === "fixed";
  return [
    row(
      form.sizing,
      isFixed
        ? texts.machinesFixed(format.count(inputs.fixedMachines))
        : texts.machinesAtLeast(form.sizingNames[sizing], format.count(inputs.minimumMachines)),
      "sizing",
      isFixed ? "fixedMachines" : "minimumMachines",
    ),
    row(form.cpuTime, inputs.cpuMs === null ? texts.assumedCpu(cpu) : cpu, "cpuMs"),
    row(
      form.memoryPerRequest,
      inputs.memoryPerRequestMb === null ? texts.asFunction(memory) : memory,
      "memoryPerRequestMb",
    ),
    row(form.utilisation, format.written(SHARE, inputs.targetUtilisation), "targetUtilisation"),
    row(
      form.memoryReserve,
      page.sizes.mb(format.written(VALUE, inputs.memoryReserveMb)),
      "memoryReserveMb",
    ),
  ];
}

/** Options of functions, as far as one that is compared has them. */
function functionRows(
  inputs: SimulationInputs,
  { texts, form, page, format }: AssumptionWords,
  row: MakeRow,
): AssumptionRow[] {
  const has = (option: Parameters<typeof hasOption>[1]) =>
    inputs.functions.some(({ service }) => hasOption(service, option));
  const yesNo = (value: boolean) => (value ? texts.yes : texts.no);
  return [
    ...(has("ephemeralStorageMb")
      ? [
          row(
            form.ephemeralStorage,
            page.sizes.mb(format.count(inputs.ephemeralStorageMb)),
            "ephemeralStorageMb",
          ),
        ]
      : []),
    ...(has("cpuCount")
      ? [row(form.cpuCount, format.written(VALUE, inputs.cpuCount), "cpuCount")]
      : []),
    ...(has("concurrency")
      ? [row(form.concurrency, format.count(inputs.concurrency), "concurrency")]
      : []),
    ...(has("minimumInstances")
      ? [row(form.minimumInstances, format.count(inputs.minimumInstances), "minimumInstances")]
      : []),
    ...(has("provisioned")
      ? [
          row(form.provisioned, format.count(inputs.provisionedInstances), "provisionedInstances"),
          ...(inputs.provisionedInstances === 0
            ? []
            : [
                row(
                  form.provisionedHours,
                  texts.hours(format.written(VALUE, inputs.provisionedHours)),
                  "provisionedHours",
                ),
                row(
                  form.provisionedShare,
                  format.written(SHARE, inputs.provisionedShare),
                  "provisionedShare",
                ),
              ]),
        ]
      : []),
    ...(has("snapStart") ? [row(form.snapStart, yesNo(inputs.snapStart), "snapStart")] : []),
    ...(has("streamsResponses")
      ? [row(form.streamsResponses, yesNo(inputs.streamsResponses), "streamsResponses")]
      : []),
  ];
}

function sideRows(
  inputs: SimulationInputs,
  { texts, form, page, format }: AssumptionWords,
  row: MakeRow,
): AssumptionRow[] {
  const yesNo = (value: boolean) => (value ? texts.yes : texts.no);
  const { usdPerWorkHour, functionWorkHours, machineWorkHours } = inputs;
  return [
    row(form.frontDoor, form.frontDoors[inputs.frontDoor], "frontDoor"),
    row(form.loadBalancer, yesNo(inputs.loadBalancer), "loadBalancer"),
    row(form.publicIpv4, yesNo(inputs.publicIpv4), "publicIpv4"),
    row(form.natGateway, yesNo(inputs.natGateway), "natGateway"),
    row(form.diskGb, page.sizes.gb(format.written(VALUE, inputs.diskGb)), "diskGb"),
    row(
      form.countLogs,
      inputs.countsLogs ? sizeText(inputs.logPerRequestKb, page, format) : texts.no,
      "countsLogs",
      ...(inputs.countsLogs ? (["logPerRequestKb"] as const) : []),
    ),
    row(
      form.work,
      usdPerWorkHour === 0
        ? texts.none
        : texts.work(
            format.written(VALUE, functionWorkHours),
            format.written(VALUE, machineWorkHours),
            format.written(VALUE, usdPerWorkHour),
          ),
      "usdPerWorkHour",
      ...(usdPerWorkHour === 0 ? [] : (["functionWorkHours", "machineWorkHours"] as const)),
    ),
  ];
}

function moneyRows(
  inputs: SimulationInputs,
  { texts, form, page, format }: AssumptionWords,
  row: MakeRow,
): AssumptionRow[] {
  const yesNo = (value: boolean) => (value ? texts.yes : texts.no);
  const own = (count: number) => (count === 0 ? texts.none : texts.ratesOf(format.count(count)));
  return [
    row(texts.computeFree, yesNo(inputs.includeFreeTier), "includeFreeTier"),
    row(texts.egressFree, yesNo(inputs.includeEgressFreeTier), "includeEgressFreeTier"),
    row(form.customRates, own(Object.keys(inputs.customEgressRates).length), "customEgressRates"),
    row(form.customPrices, own(inputs.customPrices.length), "customPrices"),
    row(page.currency, inputs.currency, "currency"),
    row(
      form.exchangeRate,
      texts.yenPerDollar(format.written(VALUE, inputs.exchangeRate)),
      "exchangeRate",
    ),
  ];
}
