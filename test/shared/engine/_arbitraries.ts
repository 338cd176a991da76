import fc, { type Arbitrary } from "fast-check";
import type { LoadRange } from "../../../shared/engine/load-range.ts";
import type { Price } from "../../../shared/engine/price.ts";
import type { Fleet } from "../../../shared/engine/fleet.ts";
import type { MeteredCharge } from "../../../shared/engine/usage.ts";
import type { Billed } from "../../_exact.ts";
import {
  flatPrice,
  perMachineCharge,
  perRequestCharge,
  subscription,
  tieredPrice,
} from "./_prices.ts";

const SEED = 20_260_801;

/** Fixed, so that a failure comes again; fast-check prints it with the counterexample. */
export function runs(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: SEED, numRuns };
}

/** As many small as large numbers; every other one round, so that bounds and crossings coincide. */
export function magnitude(min: number, max: number): Arbitrary<number> {
  const exponent = fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true });
  const any = exponent.map((value) => Math.min(max, Math.max(min, Math.exp(value))));
  const round = any.map((value) => Math.min(max, Math.max(min, Number(value.toPrecision(1)))));
  return fc.oneof(any, round);
}

export const anyLoad: Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 1, 1e12),
  magnitude(1, 1e12),
  magnitude(1, 1e12).map(Math.round),
);

export const anyFleet: Arbitrary<Fleet> = fc.record({
  requestsPerMachine: fc.oneof(magnitude(1, 1e9), fc.constant(Infinity)),
  minimumMachines: magnitude(1, 1000).map(Math.round),
});

/** The hours of a day in a few groups, from the busiest down; `null` for machines that run all month. */
const anySlots: Arbitrary<readonly number[] | null> = fc.option(
  fc.array(fc.oneof(fc.constantFrom(1, 0.5, 0.25, 0), magnitude(0.05, 1)), {
    minLength: 1,
    maxLength: 5,
  }),
);

/** The same fleet, but following a load that in each slot is such a part of the busiest one's. */
function withSlots(fleet: Fleet, loads: readonly number[] | null): Fleet {
  const { requestsPerMachine } = fleet;
  if (loads === null || requestsPerMachine === Infinity) return fleet;
  const others = loads.toSorted((a, b) => b - a);
  const share = 1 / (others.length + 1);
  const slots = [1, ...others].map((part) => ({
    share,
    requestsPerMachine: requestsPerMachine / part,
  }));
  return { ...fleet, slots };
}

/** What a fleet shares from its second or third machine on: by the hour, and by the request. */
function sharedCharge(
  unitPrice: Arbitrary<number>,
  perRequestPrice: Arbitrary<Price>,
): Arbitrary<MeteredCharge[]> {
  return fc
    .option(fc.record({ unitPrice, perRequestPrice, fromMachines: fc.constantFrom(1, 2, 3) }))
    .map((shared) =>
      shared === null
        ? []
        : [
            {
              meter: "shared",
              usage: { perFleet: 730, fromMachines: shared.fromMachines },
              price: flatPrice(shared.unitPrice),
            },
            {
              meter: "shared requests",
              usage: { fixed: 0, perRequest: 1, fromMachines: shared.fromMachines },
              price: shared.perRequestPrice,
            },
          ],
    );
}

/** Prices over the whole legal range: any order of tiers, any allowance. */
export const anyPrice: Arbitrary<Price> = priceWithin({
  bound: magnitude(1, 2e10),
  free: fc.oneof(fc.constant(0), magnitude(1, 1e9)),
  unitPrice: fc.oneof({ arbitrary: magnitude(1e-9, 1e3), weight: 9 }, fc.constant(0)),
});

/** An offer of up to four meters, over the whole legal range. */
export const anyOffer: Arbitrary<Billed> = fc
  .record({
    byRequest: fc.array(requestCharge(magnitude(1e-6, 1.2e5), anyPrice), { maxLength: 3 }),
    byMachine: fc.array(machineCharge(fc.constantFrom(1, 730, 2920, 17_520), anyPrice), {
      minLength: 1,
      maxLength: 2,
    }),
    shared: sharedCharge(magnitude(1e-3, 10), anyPrice),
    fleet: fc.option(anyFleet),
    slots: anySlots,
  })
  .map(({ byRequest, byMachine, shared, fleet, slots }) =>
    offerOf(byRequest, [...byMachine, ...shared], fleet && withSlots(fleet, slots)),
  );

/** Offers whose costs are alike around one load, so that they meet, and a range around it. */
export interface Contest {
  readonly offers: readonly Billed[];
  readonly range: LoadRange;
}

/** The least and the most offers of a contest. Some have a twin whose capacity is another by rounding. */
export function contest(fewest: number, most: number): Arbitrary<Contest> {
  return magnitude(1e2, 1e11).chain((load) =>
    fc
      .record({
        offers: fc.array(fc.oneof(lineNear(load), fleetNear(load)), {
          minLength: fewest,
          maxLength: most,
        }),
        twin: fc.option(fc.record({ of: fc.nat(most), rounding, price: magnitude(0.5, 2) })),
        range: rangeAround(load),
      })
      .map(({ offers, twin, range }) => {
        const twinOf = offers[twin?.of ?? -1];
        if (twin === null || twinOf === undefined || offers.length === most) {
          return { offers, range };
        }
        const { charges, fleet } = twinOf;
        const dearer = charges.map((charge) => ({
          ...charge,
          price: withUnitPrices(charge.price, twin.price),
        }));
        return {
          offers: [...offers, { charges: dearer, fleet: fleet && rounded(fleet, twin.rounding) }],
          range,
        };
      }),
  );
}

/** By how much a capacity that was computed in another way may differ. */
const rounding = fc.constantFrom(1 + Number.EPSILON, 1 - Number.EPSILON / 2, 1 - Number.EPSILON);

function rounded({ slots, ...fleet }: Fleet, factor: number): Fleet {
  const requestsPerMachine = fleet.requestsPerMachine * factor;
  if (slots === undefined) return { ...fleet, requestsPerMachine };
  const each = slots.map((slot) => ({
    ...slot,
    requestsPerMachine: slot.requestsPerMachine * factor,
  }));
  return { ...fleet, requestsPerMachine, slots: each };
}

function withUnitPrices(price: Price, factor: number): Price {
  const tiers = price.tiers.map((tier) => ({ ...tier, unitPrice: tier.unitPrice * factor }));
  return { ...price, tiers };
}

/** A line and a fleet of nearly the same mean price: they cross again and again. */
export const sawtooth: Arbitrary<Contest> = fc
  .record({
    load: magnitude(1e3, 1e10),
    steps: fc.integer({ min: 2, max: 60 }),
    tilt: fc.oneof(fc.constant(0), fc.double({ min: -0.2, max: 0.2, noNaN: true })),
    offset: fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 2, noNaN: true })),
    minimumMachines: fc.integer({ min: 1, max: 5 }),
  })
  .chain(({ load, steps, tilt, offset, minimumMachines }) => {
    const price = perRequestCharge(flatPrice(((1 + tilt) * steps) / load));
    const line: Billed = { charges: [price, subscription(offset)], fleet: null };
    const fleet: Billed = {
      charges: [perMachineCharge(flatPrice(1))],
      fleet: { requestsPerMachine: load / steps, minimumMachines },
    };
    return fc.record({ offers: fc.constant([line, fleet]), range: rangeAround(load) });
  });

/** Two sizes of one machine family: price and capacity grow by the same factor, or nearly. */
export const machineFamily: Arbitrary<Contest> = fc
  .record({
    load: magnitude(1e3, 1e10),
    steps: fc.integer({ min: 2, max: 60 }),
    factor: fc.constantFrom(1, 1.5, 2, 3, 4, 7, 10),
    rounding: fc.oneof(fc.constant(1), rounding),
    discount: fc.constantFrom(0, 0, 1e-3, -1e-3, 0.1),
  })
  .chain(({ load, steps, factor, rounding: other, discount }) => {
    const capacity = load / steps;
    const fleetOf = (size: number, price: number): Billed => ({
      charges: [perMachineCharge(flatPrice(price))],
      fleet: { requestsPerMachine: capacity * size, minimumMachines: 1 },
    });
    const offers = [fleetOf(1, 1), fleetOf(factor * other, factor * (1 - discount))];
    return fc.record({ offers: fc.constant(offers), range: rangeAround(load) });
  });

function rangeAround(load: number): Arbitrary<LoadRange> {
  return fc.record({
    min: fc.oneof(
      fc.constant(0),
      magnitude(1e-3, 0.9).map((share) => share * load),
    ),
    max: fc.constantFrom(1, 2, 3).map((times) => times * load),
  });
}

function lineNear(load: number): Arbitrary<Billed> {
  const price = priceWithin({
    bound: magnitude(0.05, 3).map((share) => share * load),
    free: fc.oneof(
      fc.constant(0),
      magnitude(0.05, 2).map((share) => share * load),
    ),
    unitPrice: fc.oneof(
      fc.constant(1 / load),
      magnitude(0.05, 20).map((cost) => cost / load),
    ),
  });
  return fc
    .record({
      fixed: fc.oneof(fc.constantFrom(0, 1), magnitude(0.01, 5)),
      meters: fc.array(requestCharge(fc.constantFrom(1, 0.5), price), {
        minLength: 1,
        maxLength: 2,
      }),
      idle: fc.option(
        fallingCharge(
          magnitude(0.2, 3).map((share) => share * load),
          price,
        ),
      ),
    })
    .map(({ fixed, meters, idle }) => ({
      charges: [...meters, subscription(fixed), ...(idle === null ? [] : [idle])],
      fleet: null,
    }));
}

/** Fleets of up to sixty machines there; allowances and tiers that end between two whole machines. */
function fleetNear(load: number): Arbitrary<Billed> {
  return magnitude(0.3, 60).chain((count) =>
    fc
      .record({
        minimumMachines: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 8 })),
        perMachine: fc.array(
          machineCharge(
            fc.constantFrom(1, 730, 2920),
            priceWithin({
              bound: magnitude(0.3, 20).map((machines) => machines * 730),
              free: fc.oneof(
                fc.constant(0),
                magnitude(0.3, 10).map((machines) => machines * 730),
              ),
              unitPrice: magnitude(0.05, 10).map((cost) => cost / count / 730),
            }),
          ),
          { minLength: 1, maxLength: 2 },
        ),
        perRequest: fc.option(magnitude(0.01, 1).map((cost) => cost / load)),
        idle: fc.option(
          fc.record({
            allUsedAt: magnitude(0.3, 60),
            price: priceWithin({
              bound: magnitude(0.3, 60),
              free: fc.oneof(fc.constant(0), magnitude(0.3, 20)),
              unitPrice: magnitude(0.05, 5).map((cost) => cost / count),
            }),
          }),
        ),
        shared: sharedCharge(
          magnitude(0.01, 1).map((cost) => cost / 730),
          magnitude(0.01, 0.5).map((cost) => flatPrice(cost / load)),
        ),
        slots: anySlots,
      })
      .map(({ minimumMachines, perMachine, perRequest, idle, shared, slots }) => ({
        charges: [
          ...perMachine,
          ...shared,
          ...(idle === null || slots !== null ? [] : [idleUsedUp(idle.allUsedAt, idle.price)]),
          ...(perRequest === null ? [] : [perRequestCharge(flatPrice(perRequest))]),
        ],
        fleet: withSlots({ requestsPerMachine: load / count, minimumMachines }, slots),
      })),
  );
}

function priceWithin(parts: {
  readonly bound: Arbitrary<number>;
  readonly free: Arbitrary<number>;
  readonly unitPrice: Arbitrary<number>;
}): Arbitrary<Price> {
  return fc
    .record({
      bounds: fc.uniqueArray(parts.bound, { maxLength: 4 }),
      unitPrices: fc.array(parts.unitPrice, { minLength: 5, maxLength: 5 }),
      free: parts.free,
    })
    .map(({ bounds, unitPrices, free }) => {
      const ends = [...bounds.toSorted((a, b) => a - b), Infinity];
      return tieredPrice(
        ends.map((upTo, index) => ({ upTo, unitPrice: unitPrices[index] ?? 0 })),
        free,
      );
    });
}

function requestCharge(
  perRequest: Arbitrary<number>,
  price: Arbitrary<Price>,
): Arbitrary<MeteredCharge> {
  return fc
    .record({ fixed: fc.constantFrom(0, 0, 0, 100), perRequest, price })
    .map(({ fixed, perRequest: each, price: of }) => ({
      meter: "requests",
      usage: { fixed, perRequest: each },
      price: of,
    }));
}

/** What is billed as idle until requests have used all of it up. */
function fallingCharge(
  allUsedAt: Arbitrary<number>,
  price: Arbitrary<Price>,
): Arbitrary<MeteredCharge> {
  return fc
    .record({ fixed: allUsedAt, perRequest: fc.constantFrom(-1, -0.5), price })
    .map(({ fixed, perRequest, price: of }) => ({
      meter: "idle",
      usage: { fixed, perRequest },
      price: of,
    }));
}

/** What is billed as idle until machines have used all of it up. */
function idleUsedUp(allUsedAt: number, price: Price): MeteredCharge {
  return { meter: "idle", usage: { fixed: allUsedAt, perMachine: -1 }, price };
}

function machineCharge(
  perMachine: Arbitrary<number>,
  price: Arbitrary<Price>,
): Arbitrary<MeteredCharge> {
  return fc
    .record({ perMachine, price, fixed: fc.constantFrom(0, 0, 0, 3, 1000) })
    .map(({ perMachine: each, price: of, fixed }) => {
      const charge = perMachineCharge(of, each);
      return fixed === 0 ? charge : { ...charge, usage: { ...charge.usage, fixed } };
    });
}

function offerOf(
  byRequest: readonly MeteredCharge[],
  byMachine: readonly MeteredCharge[],
  fleet: Fleet | null,
): Billed {
  return { charges: fleet === null ? byRequest : [...byRequest, ...byMachine], fleet };
}
