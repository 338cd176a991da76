import type { Driver } from "./driver-names.ts";
import { withMeanDuration } from "../duration-distribution.ts";
import { FIELDS, type FieldName } from "../fields.ts";
import type { PricingTerms } from "../pricing-terms.ts";
import { cpuMsOf, type RequestDemand } from "../request-demand.ts";
import { functionsOf, type Workload } from "../workload.ts";

/** What a driver changes. */
export interface DrivenQuestion {
  readonly workload: Workload;
  readonly terms: PricingTerms;
}

/** A figure of what one request needs. */
interface Figure {
  readonly of: (demand: RequestDemand) => number;
  readonly put: <Demand extends RequestDemand>(demand: Demand, value: number) => Demand;
  /** The least that each function of several is given, where less cannot be bought. */
  readonly least?: number;
}

interface DriverDefinition {
  /** The field of the API that it is: its unit and its range. */
  readonly field: FieldName;
  /** Of several functions: the mean over their requests. */
  readonly read: (question: DrivenQuestion) => number | null;
  /** Several functions keep their proportions. */
  readonly write: (question: DrivenQuestion, value: number) => DrivenQuestion;
  /** What it is of each function. */
  readonly figure?: Figure;
  /** Whether costs are straight in one over the value rather than in the value. */
  readonly isInverse?: (terms: PricingTerms) => boolean;
}

/** Durations of all functions, each of which has steps of its own, as a start has: the work grows with their square. */
const DURATIONS_FOLLOWED = 200;

/** How each driver is read from a question and put into it; `null` where costs cannot be looked at along it. */
export const DRIVER_DEFINITIONS: Readonly<Record<Driver, DriverDefinition>> = {
  execution_time: ofFigure(
    "execution_time_ms",
    { of: ({ durationMs }) => durationMs, put: withMeanDuration },
    areFollowed,
  ),
  memory: ofFigure("service_memory_mb", {
    of: ({ memoryMb }) => memoryMb,
    put: (demand, memoryMb) => ({ ...demand, memoryMb }),
    least: FIELDS.service_memory_mb.min,
  }),
  cpu_time: ofFigure("cpu_ms", {
    of: cpuMsOf,
    put: (demand, cpuMs) => ({ ...demand, cpuMs }),
  }),
  egress: ofFigure("egress_per_request_kb", {
    of: ({ egressPerRequestKb }) => egressPerRequestKb,
    put: (demand, egressPerRequestKb) => ({ ...demand, egressPerRequestKb }),
  }),
  peak_to_average: {
    field: "peak_to_average",
    read: ({ workload }) => workload.peakToAverage,
    write: ofWorkload((peakToAverage) => ({ peakToAverage })),
  },
  utilisation: {
    field: "target_utilisation",
    isInverse: () => true,
    read: ({ workload }) => workload.targetUtilisation,
    write: ofWorkload((targetUtilisation) => ({ targetUtilisation })),
  },
  exchange_rate: {
    field: "exchange_rate",
    // Dollars for yen fall with it, yen for dollars grow with it.
    isInverse: ({ currency }) => currency === "USD",
    read: ({ terms }) => terms.exchangeRate,
    write: ({ workload, terms }, exchangeRate) => ({
      workload,
      terms: { ...terms, exchangeRate },
    }),
  },
};

function ofWorkload(change: (value: number) => Partial<Workload>) {
  return ({ workload, terms }: DrivenQuestion, value: number): DrivenQuestion => ({
    workload: { ...workload, ...change(value) },
    terms,
  });
}

function ofFigure(
  field: FieldName,
  figure: Figure,
  isFollowed: (question: DrivenQuestion) => boolean = () => true,
): DriverDefinition {
  return {
    field,
    figure,
    read: (question) => (isFollowed(question) ? meanOf(question.workload, figure.of) : null),
    write: ({ workload, terms }, value) => ({ workload: withMean(workload, figure, value), terms }),
  };
}

function meanOf(workload: Workload, of: (demand: RequestDemand) => number): number {
  if (workload.functions === undefined) return of(workload);
  let mean = 0;
  for (const demand of workload.functions) mean += demand.share * of(demand);
  return mean;
}

/** A workload of whose requests a figure has this mean: several functions in proportion, as far as each can have so little. */
function withMean(workload: Workload, figure: Figure, value: number): Workload {
  const { of, put, least = 0 } = figure;
  const { functions } = workload;
  const whole = put(workload, value);
  if (functions === undefined) return whole;
  const mean = meanOf(workload, of);
  if (mean === 0) return { ...whole, functions: functions.map((one) => put(one, value)) };
  let factor = value / mean;
  // What those take who have the least is taken from the others, of whom more may then have it.
  let before = least > 0 ? Infinity : factor;
  while (factor < before) {
    const tried = factor;
    before = tried;
    const isLeast = (one: RequestDemand) => tried * of(one) < least;
    const taken = meanOf(workload, (one) => (isLeast(one) ? least : 0));
    const others = meanOf(workload, (one) => (isLeast(one) ? 0 : of(one)));
    factor = others === 0 ? 0 : (value - taken) / others;
  }
  return {
    ...whole,
    functions: functions.map((one) => put(one, Math.max(least, factor * of(one)))),
  };
}

/** The mean where one of several functions has so much of a driver; without several, that. */
export function meanWhere(
  workload: Workload,
  driver: Driver,
  one: RequestDemand,
  value: number,
): number {
  const { figure } = DRIVER_DEFINITIONS[driver];
  if (figure === undefined || workload.functions === undefined) return value;
  const { of, least = 0 } = figure;
  if (meanOf(workload, of) === 0) return value;
  const factor = value / of(one);
  return meanOf(workload, (other) => Math.max(least, factor * of(other)));
}

/** The same values, where each function has them, as the mean that there is then. */
export function meansWhere(
  workload: Workload,
  driver: Driver,
  values: readonly number[],
): number[] {
  return functionsOf(workload).flatMap((demand) =>
    values.map((value) => meanWhere(workload, driver, demand, value)),
  );
}

function areFollowed({ workload }: DrivenQuestion): boolean {
  let durations = 0;
  for (const one of functionsOf(workload)) {
    durations += (one.durations?.length ?? 1) * (one.coldStarts === undefined ? 1 : 2);
  }
  return durations <= DURATIONS_FOLLOWED;
}

/** What is looked along: the driver's value, or one over it. */
export function toAxis(value: number, driver: Driver, terms: PricingTerms): number {
  return DRIVER_DEFINITIONS[driver].isInverse?.(terms) === true ? 1 / value : value;
}

/** The question with the driver there on what is looked along. */
export function questionAt(question: DrivenQuestion, driver: Driver, x: number): DrivenQuestion {
  return DRIVER_DEFINITIONS[driver].write(question, toAxis(x, driver, question.terms));
}
