/**
 * Times the engine: `node bench/engine.bench.ts`. Exits with 1 when a comparison of one function
 * with five machines takes longer than its budget. Then shows what the time grows with: offers are
 * priced one by one, every two of them are crossed, and neither the range of requests nor the number
 * of fleet steps in it matters, but for the break-even points that are found there.
 */
import { diskCatalog } from "../worker/disk-catalog.ts";
import { LazyCatalog } from "../shared/catalog/lazy-catalog.ts";
import type { MachineServiceId } from "../shared/catalog/providers.ts";
import type { Sizing } from "../shared/engine/sizing.ts";
import { buildCurve } from "../shared/engine/build-curve.ts";
import { crossEachPair, regimesOf } from "../shared/engine/regimes.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../shared/offer.ts";
import { cardKeyOf, priceOffer } from "../shared/price-offer.ts";
import { cardsFor } from "../shared/cards-for.ts";
import { simulate, type SimulationInput } from "../shared/simulate.ts";

/** Microseconds that one function against five machines may take, every break-even point included. */
const BUDGET = 10;
const BATCHES = 60;
const BATCH_MS = 10;

const REGION = "ap-northeast-1";
const FIXED: Sizing = { kind: "fixed", machines: 1 };
const PEAK: Sizing = { kind: "peak", minimumMachines: 1 };
const FIVE: readonly (readonly [MachineServiceId, string])[] = [
  ["aws_ec2", "t4g.small"],
  ["google_cloud", "e2-medium"],
  ["azure", "Standard_B2s"],
  ["oci", "VM.Standard.A1.Flex_2_12"],
  ["sakura_cloud", "2core_4gb"],
];
const EC2 = [
  "t4g.nano",
  "t4g.micro",
  "t4g.medium",
  "t4g.large",
  "t3.small",
  "t3.medium",
  "m6g.medium",
  "m6g.large",
];
const GOOGLE = ["e2-micro", "e2-small", "e2-standard-2", "e2-standard-4", "n2-standard-2"];
const AZURE = ["Standard_B1s", "Standard_B2ms"];

const LAMBDA: FunctionOffer = {
  kind: "function",
  service: "aws_lambda",
  region: REGION,
  architecture: "arm64",
};

function machine(service: MachineServiceId, instanceType: string, sizing: Sizing): MachineOffer {
  return { kind: "machine", service, region: REGION, instanceType, purchase: "on_demand", sizing };
}

function five(sizing: Sizing): Offer[] {
  return [LAMBDA, ...FIVE.map(([service, type]) => machine(service, type, sizing))];
}

function twenty(sizing: Sizing): Offer[] {
  return [
    ...five(sizing),
    ...EC2.map((type) => machine("aws_ec2", type, sizing)),
    ...GOOGLE.map((type) => machine("google_cloud", type, sizing)),
    ...AZURE.map((type) => machine("azure", type, sizing)),
  ];
}

/** So many machines, evenly from all that AWS sells in the region. */
function ofAws(count: number, sizing: Sizing): Offer[] {
  const card = catalog.card({ provider: "aws", region: REGION });
  const names = card.machineNames.filter((name) => card.machine(name)?.charges.on_demand);
  const step = Math.floor(names.length / count);
  return Array.from({ length: count }, (_, index) =>
    machine("aws_ec2", names[index * step] ?? "", sizing),
  );
}

function question(offers: readonly Offer[], { max = 1e9, durationMs = 120 } = {}): SimulationInput {
  return {
    workload: {
      requestsPerMonth: 2_628_000,
      durationMs,
      memoryMb: 512,
      egressPerRequestKb: 10,
      internetTransferRatio: 100,
      peakToAverage: 3,
      cpuMs: null,
      memoryPerRequestMb: null,
      targetUtilisation: 0.7,
      memoryReserveMb: 256,
    },
    offers,
    range: { min: 0, max },
    terms: {
      includeFreeTier: true,
      includeEgressFreeTier: true,
      customEgressRates: {},
      currency: "USD",
      exchangeRate: 150,
    },
  };
}

/** A hundred bills by hand, at two tiers: what a page would do that samples instead of solving. */
function reference(): number {
  let sum = 0;
  for (let index = 1; index <= 100; index += 1) {
    const requests = index * 26_280;
    const gbSeconds = Math.max(0, requests * 0.06 - 400_000);
    const gb = Math.max(0, (requests * 10) / 1_048_576 - 100);
    const compute = Math.min(gbSeconds, 6e9) * 1.6e-5 + Math.max(0, gbSeconds - 6e9) * 1.5e-5;
    const egress = Math.min(gb, 10_240) * 0.114 + Math.max(0, gb - 10_240) * 0.089;
    sum += Math.max(0, requests - 1e6) * 2e-7 + compute + egress;
  }
  return sum;
}

/** Kept and printed, or the compiler would leave out what nobody reads. */
let sink = 0;

interface Timing {
  readonly median: number;
  /** Of the fastest batch: what is left when nothing else runs on the machine. */
  readonly best: number;
}

/** Microseconds of one run, over batches of some milliseconds each, after warming up. */
function time(run: () => number): Timing {
  let runs = 1;
  for (let elapsed = 0; elapsed < BATCH_MS; runs *= 2) elapsed = batch(run, runs);
  const samples: number[] = [];
  for (let index = 0; index < 2 * BATCHES; index += 1) {
    const elapsed = batch(run, runs);
    if (index >= BATCHES) samples.push((elapsed * 1000) / runs);
  }
  samples.sort((a, b) => a - b);
  return { median: samples[BATCHES / 2] ?? Number.NaN, best: samples[0] ?? Number.NaN };
}

function batch(run: () => number, runs: number): number {
  const start = performance.now();
  for (let index = 0; index < runs; index += 1) sink += run();
  return performance.now() - start;
}

const catalog = await new LazyCatalog(diskCatalog()).open();

function simulation(input: SimulationInput): () => number {
  return () => simulate(input, catalog).breakEvenPoints.length;
}

const cases = [
  { name: "1 function, 5 machines, fixed", offers: five(FIXED), budget: BUDGET },
  { name: "1 function, 5 machines, peak", offers: five(PEAK), budget: BUDGET },
  { name: "1 function, 20 machines, fixed", offers: twenty(FIXED), budget: Infinity },
  { name: "1 function, 20 machines, peak", offers: twenty(PEAK), budget: Infinity },
];

const unit = time(reference);
console.log(row("reference: 100 bills by hand", unit));
for (const { name, offers, budget } of cases) {
  const input = question(offers);
  await catalog.load(cardsFor(offers, catalog));
  const { breakEvenPoints, regimes } = simulate(input, catalog);
  const timing = time(simulation(input));
  const counts = `${breakEvenPoints.length} break-even points, ${regimes.length} regimes`;
  const isOver = timing.median > budget;
  if (isOver) process.exitCode = 1;
  console.log(row(name, timing), ` ${counts}${isOver ? `  OVER ${budget} µs` : ""}`);
}

console.log("\nBy the number of offers: µs for each offer, pair and break-even point");
for (const [sizingName, sizing] of [["fixed", FIXED] as const, ["peak", PEAK] as const]) {
  for (const count of [5, 10, 20, 40]) console.log(offersRow(sizingName, count, sizing));
}

console.log("\nBy the range of requests and by the fleet steps in it");
for (const max of [1e6, 1e8, 1e10, 1e12]) console.log(rangeRow({ max }));
for (const durationMs of [12, 120, 1200, 12_000]) console.log(rangeRow({ max: 1e9, durationMs }));
console.log(sink > 0 ? "" : "nothing was computed");

function offersRow(sizingName: string, count: number, sizing: Sizing): string {
  const offers = ofAws(count, sizing);
  const { workload, terms, range } = question(offers);
  const curvesOf = () =>
    offers.map((offer) => {
      const card = catalog.card(cardKeyOf(offer, catalog));
      const { charges, fleet } = priceOffer(workload, offer, terms, card);
      return buildCurve(charges, fleet);
    });
  const curves = curvesOf();
  const pairs = crossEachPair(curves, range);
  let points = 0;
  for (const pair of pairs) points += pair.points.length;
  const pricing = time(() => curvesOf().length).median;
  const crossing = time(() => crossEachPair(curves, range).length).median;
  const regimes = time(() => regimesOf(curves, pairs, range).length).median;
  return [
    `${String(count).padStart(4)} ${sizingName.padEnd(6)}`,
    `priced ${micros(pricing)} (${micros(pricing / count)} an offer)`,
    `crossed ${micros(crossing)} (${micros(crossing / pairs.length)} a pair)`,
    `regimes ${micros(regimes)} (${micros(regimes / (points + count))} an offer and point)`,
    `${points} points`,
  ].join("  ");
}

function rangeRow(asked: { readonly max: number; readonly durationMs?: number }): string {
  const input = question(five(PEAK), asked);
  const { offers, breakEvenPoints } = simulate(input, catalog);
  let steps = 0;
  for (const { capacity } of offers) {
    if (capacity !== null) steps += Math.floor(asked.max / capacity.requestsPerMachine);
  }
  const name = `up to ${asked.max.toExponential(0)}, ${asked.durationMs ?? 120} ms`;
  const counts = `${steps} fleet steps, ${breakEvenPoints.length} break-even points`;
  return `${row(name, time(simulation(input)))}  ${counts}`;
}

function micros(value: number): string {
  return value.toFixed(2).padStart(7);
}

function row(name: string, { median, best }: Timing): string {
  const ratio = (median / unit.median).toFixed(1).padStart(7);
  const [usual, fastest] = [median, best].map((value) => value.toFixed(2).padStart(8));
  return `${name.padEnd(31)} ${usual} µs (best ${fastest})${ratio} ×`;
}
