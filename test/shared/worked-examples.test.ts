import { describe, expect, test } from "vitest";
import { LazyCatalog } from "../../shared/catalog/lazy-catalog.ts";
import type { FunctionServiceId } from "../../shared/catalog/providers.ts";
import type { Architecture } from "../../shared/catalog/rate-card.ts";
import { cardsFor } from "../../shared/cards-for.ts";
import { simulate, type SimulationInput } from "../../shared/simulate.ts";
import { diskCatalog } from "../../worker/disk-catalog.ts";
import examples from "../acceptance/worked-examples.json" with { type: "json" };

/** A case as the file has it, in the fields of `POST /api/v1/compare`. */
interface Example {
  readonly id: string;
  readonly source: string;
  readonly workload: {
    readonly monthly_executions: number;
    readonly execution_time_ms: number;
    readonly memory_mb: number;
    readonly cpu_ms?: number;
  };
  readonly offer: {
    readonly kind: string;
    readonly provider: string;
    readonly region: string;
    readonly architecture?: string;
    readonly ephemeral_storage_mb?: number;
    readonly provisioned_concurrency?: {
      readonly instances: number;
      readonly hours: number;
      readonly executions_share: number;
    };
    readonly snap_start?: {
      readonly cold_start_ratio: number;
      readonly active_seconds: number;
    };
  };
  readonly include_free_tier: boolean;
  /** Amount of each meter, and `total`. */
  readonly expected: Readonly<Record<string, number>>;
}

const CASES: readonly Example[] = examples.cases;
const catalog = await new LazyCatalog(diskCatalog()).open();

function questionOf({ workload, offer, include_free_tier }: Example): SimulationInput {
  return {
    workload: {
      requestsPerMonth: workload.monthly_executions,
      durationMs: workload.execution_time_ms,
      memoryMb: workload.memory_mb,
      egressPerRequestKb: 0,
      internetTransferRatio: 100,
      peakToAverage: 3,
      cpuMs: workload.cpu_ms ?? null,
      memoryPerRequestMb: null,
      targetUtilisation: 0.7,
      memoryReserveMb: 256,
    },
    offers: [
      {
        kind: "function",
        service: offer.provider as FunctionServiceId,
        region: offer.region,
        architecture: (offer.architecture ?? "x86_64") as Architecture,
        ...(offer.ephemeral_storage_mb === undefined
          ? {}
          : { ephemeralStorageMb: offer.ephemeral_storage_mb }),
        ...provisionedOf(offer),
        ...snapStartOf(offer),
      },
    ],
    range: { min: 0, max: 1e9 },
    terms: {
      includeFreeTier: include_free_tier,
      includeEgressFreeTier: include_free_tier,
      customEgressRates: {},
      currency: "USD",
      exchangeRate: 150,
    },
  };
}

function provisionedOf({ provisioned_concurrency: provisioned }: Example["offer"]) {
  if (provisioned === undefined) return {};
  const { instances, hours, executions_share: executionsShare } = provisioned;
  return { provisioned: [{ instances, hoursPerMonth: hours, executionsShare }] };
}

function snapStartOf({ snap_start: snapStart }: Example["offer"]) {
  if (snapStart === undefined) return {};
  const { cold_start_ratio: coldStartRatio, active_seconds: activeSeconds } = snapStart;
  return { snapStart: { coldStartRatio, activeSeconds } };
}

function toCents(amount: number): string {
  return amount.toFixed(2);
}

describe("the examples that providers publish with their prices", () => {
  test.each(CASES)("$id comes out to the cent, line by line ($source)", async (example) => {
    const question = questionOf(example);
    await catalog.load(cardsFor(question.offers, catalog));
    const [priced] = simulate(question, catalog).offers;
    const actual: Record<string, string> = { total: toCents(priced?.monthlyCost ?? Number.NaN) };
    for (const { meter, amount } of priced?.lineItems ?? []) {
      if (meter in example.expected) actual[meter] = toCents(amount);
    }
    const expected = Object.entries(example.expected).map(([meter, amount]) => {
      return [meter, toCents(amount)];
    });
    expect(actual).toEqual(Object.fromEntries(expected));
  });

  test("send nothing out, so that egress is no part of them", async () => {
    for (const example of CASES) {
      const question = questionOf(example);
      await catalog.load(cardsFor(question.offers, catalog));
      const lines = simulate(question, catalog).offers[0]?.lineItems ?? [];
      expect(lines.find(({ meter }) => meter === "egress")?.amount).toBe(0);
    }
  });
});
