import { curveSegments } from "../../shared/engine/curve-segments.ts";
import { costAt, type CostCurve } from "../../shared/engine/curve.ts";
import { decadesOf, type LogAxis } from "./axis.ts";

/** Of a decade with more steps of a fleet than that, one more is not seen. */
const STEPS_SEEN = 40;
/** On logarithmic axes a straight line bends: so many places make it smooth. */
const PLACES_PER_DECADE = 24;
/** Just after a load, where a fleet has grown. */
const AFTER = 1 + 1e-9;

/** Loads and exact costs by which a curve is drawn: at every bend, on both sides of each step, and between. */
export function curvePlaces(
  curve: CostCurve,
  axis: LogAxis,
): { readonly load: number; readonly cost: number }[] {
  const segments = decadesOf(axis).flatMap((part) => curveSegments(curve, part, STEPS_SEEN));
  return segments.flatMap(({ from, to }) => {
    const factor = to / from;
    const parts = Math.ceil(Math.log10(factor) * PLACES_PER_DECADE);
    return Array.from({ length: parts + 1 }, (_, index) => {
      const load = index === 0 ? from * AFTER : from * factor ** (index / parts);
      return { load, cost: costAt(curve, load) };
    });
  });
}
