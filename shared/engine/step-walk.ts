import {
  indexAt,
  isActiveAfter,
  NOTHING,
  valueAt,
  type CostCurve,
  type FleetCurve,
  type LinearPiece,
} from "./curve.ts";
import { isApart } from "./rounding.ts";
import { machinesJustAfter, mostCarriedBy } from "./usage.ts";

/**
 * Walks along a curve from fleet step to fleet step. Asks where it stands when it starts; after that
 * machines are counted up, and only a fleet that has grown is priced anew.
 */
export class StepWalk {
  /** The next load after which a fleet grows. */
  nextStep = Infinity;
  readonly #pieces: readonly LinearPiece[];
  readonly #fleets: readonly FleetWalk[];
  // Of the line it stands on, numbers instead of the piece: they are read at every step of every pair.
  #from = 0;
  #cost = 0;
  #slope = 0;
  /** Where the next line begins, and what it costs there; nowhere, where the curve jumps to it. */
  #end = Infinity;
  #endCost = 0;
  #fleetsCost = 0;

  constructor({ pieces, fleets }: CostCurve) {
    this.#pieces = pieces;
    this.#fleets = fleets.map((fleet) => new FleetWalk(fleet));
  }

  /** Stands just above a load; from here it can go as far as the curve has no bend. */
  startAt(load: number): void {
    const pieces = this.#pieces;
    const index = indexAt(pieces, load);
    const line = pieces[index] ?? NOTHING;
    this.#from = line.from;
    this.#cost = line.cost;
    this.#slope = line.slope;
    const next = pieces[index + 1] ?? NOTHING;
    this.#end = next === NOTHING || next.jumps === true ? Infinity : next.from;
    this.#endCost = next.cost;
    for (const fleet of this.#fleets) fleet.startAt(load);
    this.#addUp();
  }

  /** Cost at a load up to the next step: at the step itself, before it is taken. */
  costAt(load: number): number {
    const onLine =
      load < this.#end ? this.#cost + this.#slope * (load - this.#from) : this.#endCost;
    return onLine + this.#fleetsCost;
  }

  /** Takes the next step, to just above its load. */
  takeStep(): void {
    const load = this.nextStep;
    for (const fleet of this.#fleets) fleet.walkTo(load);
    this.#addUp();
  }

  #addUp(): void {
    let next = Infinity;
    let cost = 0;
    for (const fleet of this.#fleets) {
      next = Math.min(next, fleet.nextStep);
      cost += fleet.cost;
    }
    this.nextStep = next;
    this.#fleetsCost = cost;
  }

  /** Whether every fleet that runs has its next step at this load, but for rounding. */
  everyFleetGrowsAt(load: number): boolean {
    return this.#fleets.every(({ nextStep }) => nextStep === Infinity || !isApart(load, nextStep));
  }
}

/** A fleet just above a load. */
class FleetWalk {
  /** `Infinity` for a fleet that does not run here, or does not grow. */
  nextStep = Infinity;
  cost = 0;
  #machines = 0;
  readonly #fleet: FleetCurve;

  constructor(fleet: FleetCurve) {
    this.#fleet = fleet;
  }

  startAt(load: number): void {
    const fleet = this.#fleet;
    if (isActiveAfter(fleet, load)) {
      this.#hold(machinesJustAfter(fleet, load));
    } else {
      this.nextStep = Infinity;
      this.cost = 0;
    }
  }

  walkTo(load: number): void {
    if (load >= this.nextStep) this.#hold(this.#machines + 1);
  }

  #hold(machines: number): void {
    const fleet = this.#fleet;
    this.#machines = machines;
    this.nextStep = mostCarriedBy(machines, fleet);
    this.cost = valueAt(fleet.pieces, machines);
  }
}
