/**
 * Compares the engine with exact arithmetic over 100,000 random offers, fleets that follow a profile
 * of hours among them: `node bench/oracle.bench.ts [cases]`. Bills and curves may differ from the
 * exact cost by a share of the gross charge, what the load would cost without allowances; who is
 * cheapest may not be contradicted at any of 10,000 loads. Exits with 1 when either does.
 */
import fc from "fast-check";
import { billAt, totalOf } from "../shared/engine/bill.ts";
import { buildCurve, costAt } from "../shared/engine/curve.ts";
import { crossEachPair, regimesOf } from "../shared/engine/regimes.ts";
import { Exact, exactBill, grossBill, type Billed } from "../test/_exact.ts";
import {
  anyLoad,
  anyOffer,
  contest,
  sawtooth,
  type Contest,
} from "../test/shared/engine/_arbitraries.ts";

const CASES = Number(process.argv[2] ?? 100_000);
const SEED = 20_261_123;
/** Of the gross charge. */
const TOLERANCE = 1e-12;
const GRID = 10_000;
const CONTESTS_PER_CASE = 1 / 500;
/** Costs this near to each other may be named in either order. */
const TIE = 1e-10;

let largest = 0;
let profiles = 0;
let compared = 0;
const offers = fc.tuple(anyOffer, anyLoad);
for (const [offer, load] of fc.sample(offers, { numRuns: CASES, seed: SEED })) {
  if (offer.fleet?.slots !== undefined) profiles += 1;
  const gross = grossBill(offer, load);
  if (gross === 0) continue;
  compared += 1;
  const exact = exactBill(offer, load);
  const curve = buildCurve(offer.charges, offer.fleet);
  for (const cost of [totalOf(billAt(offer.charges, load, offer.fleet)), costAt(curve, load)]) {
    largest = Math.max(largest, share(Exact.of(cost).minus(exact).abs(), gross));
  }
}
console.log(
  `${compared} bills and curves, ${profiles} of them with a profile of hours: largest difference ${largest.toExponential(1)} of the gross charge`,
);

let loads = 0;
let contradictions = 0;
const contests = fc.oneof(contest(2, 5), sawtooth);
const count = Math.max(1, Math.round(CASES * CONTESTS_PER_CASE));
for (const drawn of fc.sample(contests, { numRuns: count, seed: SEED })) contradict(drawn);
console.log(
  `${count} contests, ${loads} loads: the regimes were contradicted at ${contradictions}`,
);
process.exitCode = largest <= TOLERANCE && contradictions === 0 ? 0 : 1;

/** Who the regimes call the cheapest is so, at every load of a grid. */
function contradict({ offers: all, range }: Contest): void {
  const curves = all.map(({ charges, fleet }) => buildCurve(charges, fleet));
  const regimes = regimesOf(curves, crossEachPair(curves, range), range);
  let index = 0;
  for (let step = 1; step < GRID; step += 1) {
    const load = range.min + ((range.max - range.min) * step) / GRID;
    while ((regimes[index]?.to ?? Infinity) < load) index += 1;
    const regime = regimes[index];
    if (regime === undefined || regime.alternating) continue;
    loads += 1;
    const costs = all.map((offer) => direct(offer, load));
    const lowest = Math.min(...costs);
    const gross = Math.max(...all.map((offer) => grossBill(offer, load)));
    if ((costs[regime.cheapest] ?? Infinity) > lowest + TIE * gross) contradictions += 1;
  }
}

function direct({ charges, fleet }: Billed, load: number): number {
  return totalOf(billAt(charges, load, fleet));
}

function share({ mantissa, exponent }: Exact, gross: number): number {
  // Through a quotient of whole numbers: the mantissa alone may be too large for a double.
  const scale = 10n ** 25n;
  const of = Exact.of(gross);
  const shift = BigInt(Math.abs(exponent - of.exponent));
  const [above, below] =
    exponent >= of.exponent ? [mantissa << shift, of.mantissa] : [mantissa, of.mantissa << shift];
  return Number((above * scale) / below) / 1e25;
}
