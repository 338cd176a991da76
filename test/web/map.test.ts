import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costsOnMap } from "../../shared/decision-map.ts";
import { formatterFor } from "../../web/format.ts";
import { movedOn, placeAt, planeOf, pointOn, roundedPlace } from "../../web/map/plane.ts";
import { readingHere, readingText } from "../../web/map/reading.ts";
import { regionNames } from "../../web/map/region-names.ts";
import { rowOrder } from "../../web/map/row-order.ts";
import { stretchesByDuration, stretchesByRequests } from "../../web/map/stretches.ts";
import { mapTexts } from "../../web/map/texts.ts";
import { loadTexts, textsIn } from "../../web/messages/messages.ts";
import type { SimulationInputs } from "../../web/state/inputs.ts";
import { inputsAt } from "../../web/state/inputs-at.ts";
import { answeredSimulation } from "./_simulation.ts";

const BOX = { left: 58, top: 26, width: 700, height: 340 };

describe("the map's plane", () => {
  test("holds the workload and every guide line", async () => {
    const { answer } = await answeredSimulation({ durationMs: 3_000_000 });
    const plane = planeOf(answer);
    expect(plane.duration.max).toBe(3_600_000);
    expect(plane.requests.min).toBeLessThan(2628);
  });

  test("finds the place of a point again", async () => {
    const plane = planeOf((await answeredSimulation()).answer);
    fc.assert(
      fc.property(
        fc.double({ min: 58, max: 758, noNaN: true }),
        fc.double({ min: 26, max: 366, noNaN: true }),
        (x, y) => {
          const [left, top] = pointOn(plane, BOX, placeAt(plane, BOX, x, y));
          expect(left).toBeCloseTo(x, 6);
          expect(top).toBeCloseTo(y, 6);
        },
      ),
    );
  });

  test("ends where it ends", async () => {
    const plane = planeOf((await answeredSimulation()).answer);
    const far = movedOn(plane, { requestsPerMonth: 1e6, durationMs: 100 }, 5, 5);
    expect(far).toEqual({ requestsPerMonth: plane.requests.max, durationMs: plane.duration.max });
  });

  test("gives numbers that one can say, within the fields", () => {
    const place = { requestsPerMonth: 1_234_567.8, durationMs: 98.7654 };
    expect(roundedPlace(place)).toEqual({ requestsPerMonth: 1_230_000, durationMs: 98.8 });
  });
});

test("rows come from coarse to fine, each once", () => {
  const order = rowOrder(340);
  expect(order).toHaveLength(340);
  expect(new Set(order.map(({ row }) => row)).size).toBe(340);
  expect(order.slice(0, 22).every(({ row, height }) => row % 16 === 0 && height === 16)).toBe(true);
  expect(order.at(-1)?.height).toBe(1);
});

test("names stand in the roomiest part of a region, and only where they fit", () => {
  const wide = [
    { from: 0, to: 300, cheapest: 0 },
    { from: 300, to: 340, cheapest: 1 },
  ];
  const rows = new Map([0, 16, 32, 48, 64].map((row) => [row, wide]));
  const [name, ...others] = regionNames(rows, [100, 100]);
  expect(others).toEqual([]);
  expect(name).toMatchObject({ offer: 0, x: 150 });
  expect(name?.y).toBeGreaterThan(16);
  expect(name?.y).toBeLessThan(64);
});

describe.each(["en", "ja"] as const)("the map's reading in %s", (language) => {
  test("names the cheapest with its cost, the next, and the difference", async () => {
    await Promise.all([loadTexts(language), mapTexts.load(language)]);
    const place = { requestsPerMonth: 40_000_000, durationMs: 350 };
    const { simulation, answer } = await answeredSimulation(place);
    const format = formatterFor(language, "USD");
    const words = { map: mapTexts.in(language), texts: textsIn(language), format };
    const { offers } = answer.question;
    const costs = costsOnMap(answer.question, offers, place, simulation.cards);
    const [first = 0, second = 0] = costs.map((cost) => cost ?? Infinity).toSorted((a, b) => a - b);
    const text = readingText(readingHere(answer), words);
    for (const amount of [first, second, second - first]) {
      expect(text).toContain(format.money(amount));
    }
    const hour = await answeredSimulation({ ...place, durationMs: 3_500_000 });
    expect(readingText(readingHere(hour.answer), words)).not.toContain("Lambda");
  });
});

test.each<Partial<SimulationInputs>>([
  {},
  { requestsPerMonth: 400_000_000, sizing: "fixed", fixedMachines: 2 },
  { durationMs: 3_500_000, memoryMb: 2048 },
])("what the map says of the workload's own place is what it shows there: %o", async (inputs) => {
  const { simulation, answer } = await answeredSimulation(inputs);
  const { place, costs } = readingHere(answer);
  const { question } = answer;
  const onMap = costsOnMap(question, question.offers, place, simulation.cards);
  for (const [index, offer] of question.offers.entries()) {
    const cost = costs.find((read) => read.offer === offer)?.cost ?? null;
    if (cost === null) expect(onMap[index]).toBeNull();
    else expect(onMap[index]).toBeCloseTo(cost, 6);
  }
});

describe("the tables of the map", () => {
  test("agree with the comparison at the workload's place", async () => {
    const { simulation, answer } = await answeredSimulation({ requestsPerMonth: 30_000_000 });
    const { cheapest } = answer.comparison.verdict;
    const holds = (value: number) => (stretch: { from: number; to: number }) =>
      stretch.from <= value && stretch.to >= value;
    const byRequests = stretchesByRequests(answer, simulation).find(holds(30_000_000));
    const byDuration = stretchesByDuration(answer, simulation, planeOf(answer))?.find(holds(120));
    expect(byRequests?.cheapest?.id).toBe(cheapest);
    expect(byDuration?.cheapest?.id).toBe(cheapest);
  });

  test("have none by execution time where there are too many of them", async () => {
    const durations = Array.from({ length: 100 }, (_, index) => ({
      percentile: index + 0.5,
      durationMs: 100 + index,
    }));
    const { simulation, answer } = await answeredSimulation({
      durations,
      coldStartRatio: 0.1,
      initMs: 100.5,
    });
    expect(stretchesByDuration(answer, simulation, planeOf(answer))).toBeNull();
  });
});

describe("moving the workload", () => {
  test("sets its load and its execution time", () => {
    const place = { requestsPerMonth: 5_000_000, durationMs: 250 };
    expect(inputsAt({ durations: [] }, place)).toEqual(place);
  });

  test("scales a distribution of durations", async () => {
    const durations = [
      { percentile: 50, durationMs: 100 },
      { percentile: 99, durationMs: 300 },
    ];
    const { answer } = await answeredSimulation({ durations });
    const twice = 2 * answer.question.workload.durationMs;
    const patch = inputsAt({ durations }, { requestsPerMonth: 1, durationMs: twice });
    expect(patch.durationMs).toBeUndefined();
    expect(patch.durations).toEqual([
      { percentile: 50, durationMs: 200 },
      { percentile: 99, durationMs: 600 },
    ]);
  });
});
