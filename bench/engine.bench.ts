/**
 * Times the engine: `node bench/engine.bench.ts`. Exits with 1 when a comparison of one function
 * with five machines takes longer than its budget.
 */
import { diskCatalog } from "../worker/disk-catalog.ts";
import { LazyCatalog } from "../shared/catalog/lazy-catalog.ts";
import type { MachineServiceId } from "../shared/catalog/providers.ts";
import type { Sizing } from "../shared/engine/sizing.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../shared/offer.ts";
import { cardsFor, simulate, type SimulationInput } from "../shared/simulate.ts";

/** Microseconds that one function against five machines may take, every break-even point included. */
const BUDGET = 20;
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
  ephemeralStorageMb: 512,
  cpuCount: 1,
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

function question(offers: readonly Offer[]): SimulationInput {
  return {
    workload: {
      requestsPerMonth: 2_628_000,
      durationMs: 120,
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
    range: { min: 0, max: 1e9 },
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
console.log(sink > 0 ? "" : "nothing was computed");

function row(name: string, { median, best }: Timing): string {
  const ratio = (median / unit.median).toFixed(1).padStart(7);
  const [micros, fastest] = [median, best].map((value) => value.toFixed(2).padStart(8));
  return `${name.padEnd(31)} ${micros} µs (best ${fastest})${ratio} ×`;
}
