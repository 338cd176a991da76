import { describe, expect, test } from "vitest";
import { chartFigures } from "../../../shared/chart/figures.ts";
import { costRanges } from "../../../shared/uncertainty.ts";
import { bandsOf } from "../../../web/chart/bands.ts";
import type { SimulationInputs } from "../../../web/state/inputs.ts";
import { rangesOf } from "../../../web/state/uncertain-ranges.ts";
import { LOGARITHMIC, subjectOf } from "../../shared/chart/_charted.ts";
import { answeredSimulation } from "../_simulation.ts";

async function bandsWith(patch: Partial<SimulationInputs>) {
  const { simulation, answer } = await answeredSimulation(patch);
  const { view } = chartFigures(subjectOf(answer), LOGARITHMIC);
  return { bands: bandsOf(answer, view, simulation.cards), answer, cards: simulation.cards };
}

const KEPT = { service: "gcp_cloudrun", architecture: "x86_64" } as const;

describe("the bands of a chart", () => {
  test.each<Partial<SimulationInputs>>([
    { durationSpread: 50 },
    { requestsSpread: 20, memorySpread: 40, egressSpread: 90 },
    { durationSpread: 30, minimumInstances: 2, functions: [KEPT] },
  ])("are the exact ranges of costs at every load, with %o", async (patch) => {
    const { bands, answer, cards } = await bandsWith(patch);
    const { inputs, question, comparison } = answer;
    const ranges = rangesOf(inputs, question.workload);
    const offers = comparison.offers.map(({ offer }) => offer);
    for (const place of [0.1, 0.4, 0.7, 0.95]) {
      for (const [index, band] of bands.entries()) {
        const at = Math.round((band.loads.length - 1) * place);
        const load = band.loads[at] ?? 0;
        const part = inputs.requestsSpread / 100;
        const [range] = costRanges(
          { ...question, workload: { ...question.workload, requestsPerMonth: load } },
          offers.slice(index, index + 1),
          {
            ...ranges,
            requests: part === 0 ? undefined : { min: load * (1 - part), max: load * (1 + part) },
          },
          cards,
        );
        expect(band.least[at]).toBeCloseTo(range?.least ?? 0, 6);
        expect(band.most[at]).toBeCloseTo(range?.most ?? 0, 6);
      }
    }
  });

  test("lie around the curves", async () => {
    const { bands, answer } = await bandsWith({ durationSpread: 25 });
    expect(bands).toHaveLength(answer.comparison.offers.length);
    for (const { least, most } of bands) {
      expect(least.every((cost, index) => cost <= (most[index] ?? 0))).toBe(true);
    }
    const wide = bands.some(({ least, most }) =>
      least.some((cost, index) => (most[index] ?? 0) > cost * 1.3),
    );
    expect(wide).toBe(true);
  });

  test("end where a field ends", async () => {
    const { answer } = await answeredSimulation({ memoryMb: 128, memorySpread: 50 });
    expect(rangesOf(answer.inputs, answer.question.workload).memory).toEqual({
      min: 128,
      max: 192,
    });
  });
});
