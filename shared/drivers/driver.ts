import type { Driver } from "./driver-names.ts";
import { withMeanDuration } from "../duration-distribution.ts";
import type { FieldName } from "../fields.ts";
import { METERING_RULES } from "../metering/index.ts";
import type { MeteringRule } from "../metering/rule.ts";
import type { Offer } from "../offer.ts";
import type { PricingTerms } from "../pricing-terms.ts";
import { cpuMsOf, type Workload } from "../workload.ts";

/** What a driver changes. */
export interface DrivenQuestion {
  readonly workload: Workload;
  readonly terms: PricingTerms;
}

interface DriverDefinition {
  /** The field of the API that it is: its unit and its range. */
  readonly field: FieldName;
  readonly read: (question: DrivenQuestion, offers: readonly Offer[]) => number | null;
  readonly write: (question: DrivenQuestion, value: number) => DrivenQuestion;
  /** Whether costs are straight in one over the value rather than in the value. */
  readonly isInverse?: (terms: PricingTerms) => boolean;
}

/** Durations of a distribution, each of which has steps of its own: the work grows with their square. */
const DURATIONS_FOLLOWED = 50;

/** How each driver is read from a question and put into it; `null` where costs cannot be looked at along it. */
export const DRIVER_DEFINITIONS: Readonly<Record<Driver, DriverDefinition>> = {
  execution_time: {
    field: "execution_time_ms",
    // The mean.
    read: ({ workload }, offers) =>
      isPlain(workload) && offers.every((offer) => hasStairs(offer, workload))
        ? workload.durationMs
        : null,
    write: ({ workload, terms }, durationMs) => ({
      workload: withMeanDuration(workload, durationMs),
      terms,
    }),
  },
  memory: {
    field: "service_memory_mb",
    read: ({ workload }) => (isPlain(workload) ? workload.memoryMb : null),
    write: ofWorkload((memoryMb) => ({ memoryMb })),
  },
  cpu_time: {
    field: "cpu_ms",
    read: ({ workload }) => (isPlain(workload) ? cpuMsOf(workload) : null),
    write: ofWorkload((cpuMs) => ({ cpuMs })),
  },
  egress: {
    field: "egress_per_request_kb",
    read: ({ workload }) => (isPlain(workload) ? workload.egressPerRequestKb : null),
    write: ofWorkload((egressPerRequestKb) => ({ egressPerRequestKb })),
  },
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

/** One function rather than several. */
function isPlain({ functions }: Workload): boolean {
  return functions === undefined;
}

/**
 * Whether what an offer bills for time are stairs that begin at none. Starts of instances must take whole
 * steps of their own; and idle instances are not used up in one line by requests that are rounded each
 * for itself.
 */
function hasStairs(offer: Offer, { durations = [], coldStarts }: Workload): boolean {
  if (durations.length > DURATIONS_FOLLOWED) return false;
  if (offer.kind === "machine") return true;
  const { ratio, initMs } = coldStarts ?? { ratio: 0, initMs: 0 };
  const startMs = ratio === 0 ? 0 : initMs;
  if (durations.length === 0 && startMs === 0) return true;
  const { billedTime }: MeteringRule = METERING_RULES[offer.service];
  if (billedTime?.includesInit === true && startMs > 0) {
    if (billedTime.leastMs !== undefined || startMs % billedTime.stepMs > 0) return false;
  }
  return offer.provisioned === undefined && (offer.minimumInstances ?? 0) === 0;
}

/** What is looked along: the driver's value, or one over it. */
export function toAxis(value: number, driver: Driver, terms: PricingTerms): number {
  return DRIVER_DEFINITIONS[driver].isInverse?.(terms) === true ? 1 / value : value;
}

/** The question with the driver there on what is looked along. */
export function questionAt(question: DrivenQuestion, driver: Driver, x: number): DrivenQuestion {
  return DRIVER_DEFINITIONS[driver].write(question, toAxis(x, driver, question.terms));
}
