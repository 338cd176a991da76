import { COMPARISON } from "../../bench/_server-under-load.ts";
import { LazyCatalog } from "../../shared/catalog/lazy-catalog.ts";
import { FIELDS } from "../../shared/fields.ts";
import { cardsFor } from "../../shared/cards-for.ts";
import { simulate, type PricedOffer } from "../../shared/simulate.ts";
import { HOURS_PER_MONTH, PERCENT } from "../../shared/units.ts";
import type { Workload } from "../../shared/workload.ts";
import { diskCatalog } from "../../worker/disk-catalog.ts";
import { diskPlatform } from "../../worker/disk-platform.ts";
import { createFetch } from "../../worker/fetch.ts";
import { DEPLOYMENTS } from "./deployments.ts";

/** The loads that are priced, in requests a minute. */
export const LOADS_PER_MINUTE = [1_000, 60_000, 1_000_000] as const;

/** How a request of this server is described to the engine. */
export interface OwnRequest {
  readonly cpuMs: number;
  /** Size of an answer, KB: what is sent when nobody compresses it. */
  readonly answerKb: number;
}

/** A deployment's bill at each load. */
export interface PricedDeployment {
  readonly label: string;
  readonly atLoads: readonly PricedOffer[];
}

/** All deployments at all loads, in US dollars a month, and the date of the oldest price. */
export interface PricedDeployments {
  readonly deployments: readonly PricedDeployment[];
  readonly pricesAsOf: string;
}

const MINUTES_PER_HOUR = 60;
const BYTES_PER_KB = 1024;

/** A request is in memory for about as long as it is computed; a process holds little for it. */
const MEMORY_PER_REQUEST_MB = 1;
/** What a function has, where one is chosen by memory: the least. */
const MEMORY_MB = 128;

/** Requests of a month of 730 hours. */
function perMonth(requestsPerMinute: number): number {
  return requestsPerMinute * MINUTES_PER_HOUR * HOURS_PER_MONTH;
}

/** Size of the answer to the question that was measured, in whole KB, asked of the application itself. */
export async function measuredAnswerKb(): Promise<number> {
  const app = createFetch(diskPlatform);
  const response = await app(
    new Request(`http://in-process${COMPARISON.path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: COMPARISON.body,
    }),
  );
  if (!response.ok) throw new Error(`${COMPARISON.path}: ${response.status}`);
  return Math.ceil((await response.arrayBuffer()).byteLength / BYTES_PER_KB);
}

/** Prices every deployment at every load with the engine and the catalog of this project. */
export async function pricedDeployments({
  cpuMs,
  answerKb,
}: OwnRequest): Promise<PricedDeployments> {
  const catalog = await new LazyCatalog(diskCatalog()).open();
  const offers = DEPLOYMENTS.map(({ offer }) => offer);
  await catalog.load(cardsFor(offers, catalog));
  let pricesAsOf = "";
  const deployments = DEPLOYMENTS.map(({ label, offer, sideCosts }) => {
    const atLoads = LOADS_PER_MINUTE.map((perMinute) => {
      const { offers: priced, pricesAsOf: oldest } = simulate(
        {
          workload: workloadOf(perMonth(perMinute), { cpuMs, answerKb }),
          offers: [offer],
          range: { min: 0, max: perMonth(LOADS_PER_MINUTE.at(-1) ?? 0) },
          terms: {
            includeFreeTier: true,
            includeEgressFreeTier: true,
            customEgressRates: {},
            currency: "USD",
            exchangeRate: catalog.index.file.exchange_rates.JPY.rate,
            sideCosts,
          },
        },
        catalog,
      );
      const [first] = priced;
      if (first === undefined || first.monthlyCost === null) {
        throw first?.unavailable ?? new Error(`${label} cannot be priced`);
      }
      if (oldest !== null && (pricesAsOf === "" || oldest < pricesAsOf)) pricesAsOf = oldest;
      return first;
    });
    return { label, atLoads };
  });
  return { deployments, pricesAsOf };
}

function workloadOf(requestsPerMonth: number, { cpuMs, answerKb }: OwnRequest): Workload {
  return {
    requestsPerMonth,
    durationMs: cpuMs,
    cpuMs,
    memoryMb: MEMORY_MB,
    memoryPerRequestMb: MEMORY_PER_REQUEST_MB,
    egressPerRequestKb: answerKb,
    internetTransferRatio: PERCENT,
    peakToAverage: FIELDS.peak_to_average.default,
    targetUtilisation: FIELDS.target_utilisation.default,
    memoryReserveMb: FIELDS.memory_reserve_mb.default,
  };
}
