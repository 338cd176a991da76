import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { billAt, totalOf } from "../../../shared/engine/bill.ts";
import { costAt } from "../../../shared/engine/curve.ts";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import { crossEachPair, regimesOf } from "../../../shared/engine/regimes.ts";
import { Exact, exactBill, grossBill, type Billed } from "../../_exact.ts";
import { anyLoad, anyOffer, contest, sawtooth, type Contest } from "./_arbitraries.ts";

const CASES = 100_000;
const SEED = 20_261_123;
const CONTESTS = 200;
const GRID = 10_000;
/** Of the gross charge, what a load would cost without allowances at the dearest tiers. */
const TOLERANCE = 1e-12;
/** Costs this near to each other may be named in either order. */
const TIE = 1e-10;
const PATIENCE_MS = 300_000;

describe("exact rational arithmetic, machine by machine and hour by hour", () => {
  test(
    `agrees with bills and curves in ${CASES} random cases`,
    () => {
      const drawn = fc.sample(
        fc.tuple(anyOffer, anyLoad).filter(([offer, load]) => grossBill(offer, load) > 0),
        { numRuns: CASES, seed: SEED },
      );
      let largest = 0;
      let profiles = 0;
      for (const [offer, load] of drawn) {
        if (offer.fleet?.slots !== undefined) profiles += 1;
        const exact = exactBill(offer, load);
        const gross = grossBill(offer, load);
        const atCurve = costAt(buildCurve(offer.charges, offer.fleet), load);
        for (const cost of [direct(offer, load), atCurve]) {
          largest = Math.max(largest, share(Exact.of(cost).minus(exact).abs(), gross));
        }
      }
      console.log(
        `${drawn.length} bills and curves, ${profiles} of them with a profile of hours: ` +
          `largest difference ${largest.toExponential(1)} of the gross charge`,
      );
      expect(drawn).toHaveLength(CASES);
      expect(profiles).toBeGreaterThan(CASES / 10);
      expect(largest).toBeLessThanOrEqual(TOLERANCE);
    },
    PATIENCE_MS,
  );

  test(
    `never contradicts who is cheapest, at ${GRID} loads in each of ${CONTESTS} contests`,
    () => {
      const drawn = fc.sample(fc.oneof(contest(2, 5), sawtooth), { numRuns: CONTESTS, seed: SEED });
      const contradictions = drawn.flatMap(contradictionsIn);
      expect(contradictions).toEqual([]);
    },
    PATIENCE_MS,
  );
});

/** Loads of a grid at which another offer is cheaper than the one that the regimes name. */
function contradictionsIn({ offers, range }: Contest): number[] {
  const curves = offers.map(({ charges, fleet }) => buildCurve(charges, fleet));
  const regimes = regimesOf(curves, crossEachPair(curves, range), range);
  const contradicted: number[] = [];
  let index = 0;
  for (let step = 1; step < GRID; step += 1) {
    const load = range.min + ((range.max - range.min) * step) / GRID;
    while ((regimes[index]?.to ?? Infinity) < load) index += 1;
    const regime = regimes[index];
    if (regime === undefined || regime.alternating) continue;
    const costs = offers.map((offer) => direct(offer, load));
    const gross = Math.max(...offers.map((offer) => grossBill(offer, load)));
    if ((costs[regime.cheapest] ?? Infinity) > Math.min(...costs) + TIE * gross) {
      contradicted.push(load);
    }
  }
  return contradicted;
}

function direct({ charges, fleet }: Billed, load: number): number {
  return totalOf(billAt(charges, load, fleet));
}

/** A part of a number, through a quotient of whole numbers: a mantissa may be too large for a double. */
function share({ mantissa, exponent }: Exact, gross: number): number {
  const scale = 10n ** 25n;
  const of = Exact.of(gross);
  const shift = BigInt(Math.abs(exponent - of.exponent));
  const [above, below] =
    exponent >= of.exponent ? [mantissa << shift, of.mantissa] : [mantissa, of.mantissa << shift];
  return Number((above * scale) / below) / 1e25;
}
