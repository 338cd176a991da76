import { describe, expect, test } from "vitest";
import { History } from "../../web/state/history.ts";
import { DEFAULT_INPUTS } from "../../web/state/default-inputs.ts";
import type { SimulationInputs } from "../../web/state/inputs.ts";
import { EditedSimulation } from "../../web/state/edited-simulation.ts";
import { CATALOG } from "./_simulation.ts";

const at = (memoryMb: number): SimulationInputs => ({ ...DEFAULT_INPUTS, memoryMb });

describe("the history of inputs", () => {
  test("goes back change by change, and forward again", () => {
    let now = 0;
    const history = new History(() => now);
    for (const [before, after] of [
      [128, 256],
      [256, 512],
    ] as const) {
      history.note(at(before), at(after));
      now += 5000;
    }
    expect(history.undo(at(512))).toEqual(at(256));
    expect(history.undo(at(256))).toEqual(at(128));
    expect(history.undo(at(128))).toBeNull();
    expect(history.redo(at(128))).toEqual(at(256));
    expect(history.redo(at(256))).toEqual(at(512));
    expect(history.redo(at(512))).toBeNull();
  });

  test("takes a slider that is drawn for one change", () => {
    let now = 0;
    const history = new History(() => now);
    for (const memoryMb of [128, 129, 130]) {
      history.note(at(memoryMb), at(memoryMb + 1));
      now += 100;
    }
    expect(history.undo(at(131))).toEqual(at(128));
    expect(history.canUndo).toBe(false);
  });

  test("keeps an example and a reset apart, however quickly one follows the other", () => {
    const history = new History(() => 0);
    history.note(at(128), at(256), true);
    history.note(at(256), at(128), true);
    history.note(at(128), at(512));
    expect(history.undo(at(512))).toEqual(at(128));
    expect(history.undo(at(128))).toEqual(at(256));
    expect(history.undo(at(256))).toEqual(at(128));
  });

  test("forgets what was to come at another change", () => {
    const history = new History(() => 0);
    history.note(at(128), at(256));
    history.undo(at(256));
    expect(history.canRedo).toBe(true);
    history.note(at(128), at(1024));
    expect(history.canRedo).toBe(false);
  });

  test("does not count a change to the same", () => {
    const history = new History(() => 0);
    history.note(at(128), at(128));
    expect(history.canUndo).toBe(false);
  });

  test("answers anew for what was taken back", async () => {
    const simulation = new EditedSimulation(CATALOG, null, new History(() => 0));
    await simulation.answerInputs();
    const before = simulation.answer?.comparison.offers[0]?.monthlyCost;
    simulation.update({ requestsPerMonth: 90_000_000 });
    simulation.undo();
    expect(simulation.answer?.comparison.offers[0]?.monthlyCost).toBe(before);
    simulation.redo();
    expect(simulation.answer?.inputs.requestsPerMonth).toBe(90_000_000);
  });
});
