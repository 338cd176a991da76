import type { SimulationInputs } from "./inputs.ts";

/** Changes of the same inputs in quick succession are one: a slider drawn, a number typed. */
const ONE_CHANGE_WITHIN_MS = 1000;
const STEPS_KEPT = 100;

/** The inputs as they were before each change, and, after going back, as they were to be. */
export class History {
  private readonly past: SimulationInputs[] = [];
  private future: SimulationInputs[] = [];
  private lastKeys = "";
  private lastMs = -Infinity;
  private readonly nowMs: () => number;

  /** `nowMs`: a clock that only runs forward. */
  constructor(nowMs: () => number) {
    this.nowMs = nowMs;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Notes what the inputs were before a change; `isAlone`: it goes on with none before or after. */
  note(before: SimulationInputs, after: SimulationInputs, isAlone = false): void {
    const keys = changedKeys(before, after);
    if (keys === "") return;
    const now = this.nowMs();
    const goesOn = !isAlone && keys === this.lastKeys && now - this.lastMs < ONE_CHANGE_WITHIN_MS;
    if (!goesOn) this.past.push(before);
    if (this.past.length > STEPS_KEPT) this.past.shift();
    this.future = [];
    this.lastKeys = isAlone ? "" : keys;
    this.lastMs = now;
  }

  /** The inputs before the last change; `null` when there is none. */
  undo(current: SimulationInputs): SimulationInputs | null {
    const before = this.past.pop();
    if (before === undefined) return null;
    this.future.push(current);
    this.lastKeys = "";
    return before;
  }

  /** The inputs before the last `undo`; `null` when there was none since the last change. */
  redo(current: SimulationInputs): SimulationInputs | null {
    const after = this.future.pop();
    if (after === undefined) return null;
    this.past.push(current);
    this.lastKeys = "";
    return after;
  }
}

function changedKeys(before: SimulationInputs, after: SimulationInputs): string {
  const keys = Object.keys(after) as (keyof SimulationInputs)[];
  return keys.filter((key) => before[key] !== after[key]).join(" ");
}
