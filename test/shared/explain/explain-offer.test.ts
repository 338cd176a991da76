import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LazyCatalog } from "../../../shared/catalog/lazy-catalog.ts";
import { FUNCTION_SERVICE_IDS } from "../../../shared/catalog/providers.ts";
import { tierCharges } from "../../../shared/engine/price.ts";
import { explainOffer } from "../../../shared/explain/explain-offer.ts";
import { formulaValue, termValue } from "../../../shared/explain/usage-formula.ts";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import type { MeteringRule } from "../../../shared/metering/rule.ts";
import type { FunctionOffer, FunctionOptions, Offer } from "../../../shared/offer.ts";
import type { LoadedCards } from "../../../shared/catalog/catalog.ts";
import { cardsFor } from "../../../shared/cards-for.ts";
import { simulate, type PricedOffer, type SimulationInput } from "../../../shared/simulate.ts";
import {
  BASE_TERMS,
  BASE_WORKLOAD,
  EC2,
  LAMBDA,
} from "../../../shared/verification/base-question.ts";
import type { Workload } from "../../../shared/workload.ts";
import { diskCatalog } from "../../../worker/disk-catalog.ts";
import { knownInputs } from "../../web/_known-inputs.ts";
import { answeredSimulation } from "../../web/_simulation.ts";

const catalog = await new LazyCatalog(diskCatalog()).open();

/** Whether two figures are the same but for the rounding of another order of operations. */
function expectClose(actual: number, expected: number, what: string): void {
  const scale = Math.max(1e-9, Math.abs(expected));
  expect(Math.abs(actual - expected) / scale, `${what}: ${actual}, ${expected}`).toBeLessThan(1e-9);
}

/** The explanation of every line comes to what the bill has. */
function expectExplained(question: SimulationInput, priced: PricedOffer, cards: LoadedCards): void {
  const { lines, capacity } = explainOffer(question, priced.offer, cards);
  expect(lines.map(({ meter }) => meter)).toEqual(priced.lineItems.map(({ meter }) => meter));
  for (const [index, line] of priced.lineItems.entries()) {
    const explained = lines[index];
    if (explained === undefined) throw new Error("a line is not explained");
    expectClose(formulaValue(explained.usage), line.quantity, `${priced.id} ${line.meter}`);
    expect(explained.price.unit).toBe(line.unit);
    expect(tierCharges(explained.price.tiers, line.billable)).toEqual(line.tiers);
    expect(Math.min(explained.price.free, line.quantity)).toBe(line.free);
  }
  if (priced.capacity === null || capacity === null) return;
  expectClose(termValue(capacity.cpu), priced.capacity.cpuRequestsPerSecond, "cpu");
  const byMonth = termValue(capacity.perMonth(priced.capacity.requestsPerSecond));
  expectClose(byMonth, priced.capacity.requestsPerMachine, "a month");
  if (priced.capacity.memoryRequestsPerSecond > 0) {
    expectClose(termValue(capacity.memory), priced.capacity.memoryRequestsPerSecond, "memory");
  }
  if (capacity.machines === null) return;
  const needed = termValue(capacity.machines(priced.capacity.requestsPerMachine));
  expect(priced.capacity.machines).toBeGreaterThanOrEqual(Math.floor(needed));
}

async function expectFollows(workload: Partial<Workload>, offers: readonly Offer[]): Promise<void> {
  await catalog.load(cardsFor(offers, catalog));
  const question = {
    workload: { ...BASE_WORKLOAD, ...workload },
    offers,
    range: { min: 0, max: 1e9 },
    terms: BASE_TERMS,
  };
  for (const priced of simulate(question, catalog).offers) {
    expect(priced.unavailable, priced.id).toBeNull();
    expectExplained(question, priced, catalog);
  }
}

const REGIONS: Readonly<Record<string, string>> = {
  gcp_functions: "us-central1",
  gcp_functions_gen1: "us-central1",
  gcp_cloudrun: "us-central1",
  azure_functions: "eastus",
  azure_functions_flex: "eastus",
  oci_functions: "us-ashburn-1",
  cloudflare_workers: "global",
  cloudflare_containers: "global",
};

/** What a function of a service with two vCPUs has of memory, and any other. */
function memoryOf(service: FunctionOffer["service"]): number {
  const { limits }: MeteringRule = METERING_RULES[service];
  return limits.sizes === undefined ? 100 : 5000;
}

/** A function of a service with every option that it has; one with a snapshot, which excludes others, beside it. */
function withOptions(service: FunctionOffer["service"]): FunctionOffer[] {
  const { options }: MeteringRule = METERING_RULES[service];
  const all: FunctionOptions = {
    cpuCount: 2,
    ephemeralStorageMb: service === "aws_fargate_task" ? 40 * 1024 : 10_240,
    concurrency: 80,
    minimumInstances: 3,
    provisioned: [
      { instances: 50, hoursPerMonth: 100.03, executionsShare: 0.2 },
      { instances: 90, hoursPerMonth: 50, executionsShare: 0.1 },
    ],
    streamsResponses: true,
  };
  const snapStart = { coldStartRatio: 0.02, activeSeconds: 1e6 };
  const plain = { ...LAMBDA, service, region: REGIONS[service] ?? "us-east-1" };
  const offer = {
    ...plain,
    ...Object.fromEntries(
      Object.entries(all).filter(([name]) => options.includes(name as keyof FunctionOptions)),
    ),
  };
  return options.includes("snapStart")
    ? [offer, { ...plain, snapStart, streamsResponses: true }]
    : [offer];
}

const BUSY = {
  requestsPerMonth: 12_345_678,
  durationMs: 234.5,
  cpuMs: null,
  egressPerRequestKb: 8000,
  internetTransferRatio: 60,
  coldStarts: { ratio: 0.03, initMs: 700 },
};

describe.each(FUNCTION_SERVICE_IDS)("the usage of %s", (service) => {
  test("follows by its formulas, with every option", () =>
    expectFollows({ ...BUSY, memoryMb: memoryOf(service) }, withOptions(service)));

  test("follows where durations differ", () =>
    expectFollows(
      {
        ...BUSY,
        memoryMb: memoryOf(service),
        durationMs: 700,
        durations: [
          { durationMs: 100, share: 0.25 },
          { durationMs: 900, share: 0.75 },
        ],
      },
      withOptions(service),
    ));

  test("follows for several functions together", () =>
    expectFollows(
      {
        ...BUSY,
        functions: [
          { ...BASE_WORKLOAD, ...BUSY, share: 0.25, memoryMb: memoryOf(service) + 28 },
          { ...BASE_WORKLOAD, ...BUSY, share: 0.75, memoryMb: memoryOf(service), durationMs: 20 },
        ],
      },
      withOptions(service),
    ));
});

describe("the usage of machines", () => {
  test("follows from how many the load needs", () =>
    expectFollows(
      { ...BUSY, memoryMb: 100, peakToAverage: 4, targetUtilisation: 0.7, memoryReserveMb: 256 },
      [
        { ...EC2, sizing: { kind: "peak", minimumMachines: 1 } },
        { ...EC2, service: "aws_fargate", instanceType: "1_2" },
        { ...EC2, service: "google_cloud", region: "us-central1", instanceType: "n2-standard-2" },
        { ...EC2, service: "gcp_cloudrun_instances", region: "us-central1", instanceType: "1_2" },
        {
          ...EC2,
          service: "oci",
          region: "us-ashburn-1",
          instanceType: "VM.Standard.E4.Flex_2_16",
        },
        { ...EC2, service: "aws_lambda_managed_instances", instanceType: "m7g.xlarge" },
        { ...EC2, instanceType: "t3.medium", unlimited: true },
      ],
    ));

  test("follows where they come and go with the hours", () =>
    expectFollows(
      { ...BUSY, hourlyWeights: Array.from({ length: 24 }, (_, hour) => 1 + (hour % 7)) },
      [
        { ...EC2, sizing: { kind: "autoscaled", minimumMachines: 1 } },
        {
          ...EC2,
          service: "google_cloud",
          region: "us-central1",
          instanceType: "n2-standard-2",
          sizing: { kind: "autoscaled", minimumMachines: 1 },
        },
      ],
    ));
});

test("every line of 200 random questions is explained by formulas that come to its figures", async () => {
  let lines = 0;
  await fc.assert(
    fc.asyncProperty(knownInputs(), async (inputs) => {
      const { simulation, answer } = await answeredSimulation(inputs);
      for (const priced of answer.comparison.offers) {
        expectExplained(answer.question, priced, simulation.cards);
        lines += priced.lineItems.length;
      }
    }),
    { numRuns: 200, seed: 7 },
  );
  expect(lines).toBeGreaterThan(1500);
}, 120_000);
