import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { turnIn, type Direction } from "../../../shared/drivers/turn-in-part.ts";
import { runs } from "../engine/_arbitraries.ts";
import { curveOf, levelsOf, type WholeFleet } from "./_fleets.ts";

/** Fleets of nearly the same mean price, which take turns from a few times to tens of thousands. */
const contests = fc
  .record({
    mean: fc.integer({ min: 1, max: 40 }),
    drawn: fc.array(
      fc.record({
        capacity: fc.integer({ min: 3, max: 40 }),
        tilt: fc.constantFrom(0, 0, 0, 1, -1, 3),
        machinesBeside: fc.double({ min: 0, max: 2, noNaN: true }),
        isBeside: fc.boolean(),
      }),
      { minLength: 2, maxLength: 4 },
    ),
    from: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 1, max: 1000 }).map((value) => value + 0.5),
    ),
    length: fc.constantFrom(10, 100, 1000, 10_000, 50_000),
  })
  .map(({ mean, drawn, from, length }) => ({
    from,
    to: from + length,
    fleets: drawn.map(({ capacity, tilt, machinesBeside, isBeside }): WholeFleet => ({
      capacity,
      price: Math.max(1, capacity * mean + tilt),
      fixed: isBeside ? Math.round(machinesBeside * mean * 20) : 0,
    })),
  }));

describe("the first turn away from an offer, of fleets that are gone along step by step", () => {
  test.each<Direction>(["up", "down"])("%s is where another becomes cheaper", (direction) => {
    fc.assert(
      fc.property(contests, ({ fleets, from, to }) => {
        const bought = fleets.map((fleet, index) => ({ curve: curveOf(fleet), index }));
        const turn = turnIn({ bought, from, to }, 0, direction);
        const ascending = levelsOf(fleets, from, to);
        const levels = direction === "up" ? ascending : ascending.toReversed();
        const isLeft = ({ costs: [now = 0, ...others] }: (typeof levels)[number]) =>
          Math.min(...others) < now;
        if (turn === null) {
          expect(levels.filter(isLeft)).toEqual([]);
          return;
        }
        const { at, cheapest } = turn;
        const isBefore = (level: (typeof levels)[number]) =>
          direction === "up" ? level.to <= at : level.from >= at;
        expect(levels.filter((level) => isBefore(level) && isLeft(level))).toEqual([]);
        // From there on it costs the same at most, and then less first.
        const beyond = levels.slice(levels.filter(isBefore).length);
        const parting = beyond.find(({ costs }) => costs[cheapest] !== costs[0]);
        expect(parting?.costs[cheapest]).toBeLessThan(parting?.costs[0] ?? 0);
        // Two that cost the same part where the one that was cheaper below becomes the dearer.
        if (direction === "up") expect(parting).toBe(beyond[0]);
      }),
      runs(400),
    );
  });
});
