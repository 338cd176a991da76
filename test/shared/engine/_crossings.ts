import { expect } from "vitest";
import type { Crossings } from "../../../shared/engine/crossings.ts";
import type { LoadRange } from "../../../shared/engine/load-range.ts";
import type { Side } from "../../../shared/engine/crossing.ts";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import { exactOrder, type Billed } from "../../_exact.ts";
import { beside, probes } from "./_probes.ts";

/** Bills that differ by less than this share of their gross are the same; their crossing is anywhere. */
export const TIE = 1e-10;

/**
 * Holds an answer against the exact bills: each point is where the two meet or where a fleet step
 * overtakes, and between points, at every bend and step and on a grid, the order is as it says.
 */
export function expectRight(
  first: Billed,
  second: Billed,
  range: LoadRange,
  answer: Crossings,
): void {
  expectConsistent(answer, range);
  for (const { requestsPerMonth: at, kind, cheaperBelow, cheaperAbove } of answer.points) {
    if (kind === "equal") {
      expect(exactOrder(first, second, at, 10 * TIE), `equal at ${at}`).toBe(0);
    } else {
      expect(isStepOf(first, at) || isStepOf(second, at), `a step at ${at}`).toBe(true);
      const { below, above } = beside(at);
      expect([0, sign(cheaperBelow)]).toContain(exactOrder(first, second, below, TIE));
      expect([0, sign(cheaperAbove)]).toContain(exactOrder(first, second, above, TIE));
    }
  }
  const curves = [first, second].map(({ charges, fleet }) => buildCurve(charges, fleet));
  for (const load of probes(curves, range)) {
    if (answer.alternations.some(({ from, to }) => load > from && load <= to)) continue;
    const { since, cheaper } = orderAt(answer, load);
    const order = exactOrder(first, second, load, TIE);
    if (order === 0) continue;
    const expected = cheaper === null ? 0 : sign(cheaper);
    expect(order, `order at ${load}, after ${since}`).toBe(expected);
  }
}

/** What holds for any answer, whatever the curves: points in order, in the range, taking turns. */
function expectConsistent({ points, alternations, orders }: Crossings, range: LoadRange): void {
  let cheaper: Side | null = null;
  let last = range.min;
  const events = [
    ...orders.map((order) => ({ at: order.from, order, point: null })),
    ...points.map((point) => ({ at: point.requestsPerMonth, order: null, point })),
  ].sort((a, b) => a.at - b.at);
  for (const { at, order, point } of events) {
    expect(at).toBeGreaterThanOrEqual(last);
    expect(at).toBeLessThanOrEqual(range.max);
    if (order !== null) cheaper = order.cheaper;
    if (point !== null) {
      expect(point.cheaperBelow).toBe(cheaper);
      expect(point.cheaperAbove).not.toBe(point.cheaperBelow);
      cheaper = point.cheaperAbove;
    }
    last = at;
  }
  for (const { from, to } of alternations) {
    expect(from).toBeGreaterThanOrEqual(range.min);
    expect(to).toBeGreaterThan(from);
    expect(to).toBeLessThanOrEqual(range.max);
    expect(points.some(({ requestsPerMonth: at }) => at > from && at < to)).toBe(false);
  }
}

/** Which curve the answer says is cheaper at a load, and since when. */
function orderAt(
  { orders, points }: Crossings,
  load: number,
): { since: number; cheaper: Side | null } {
  let since = -1;
  let cheaper: Side | null = null;
  for (const order of orders) {
    if (order.from < load) [since, cheaper] = [order.from, order.cheaper];
  }
  for (const { requestsPerMonth, cheaperAbove } of points) {
    if (requestsPerMonth < load && requestsPerMonth >= since) {
      [since, cheaper] = [requestsPerMonth, cheaperAbove];
    }
  }
  return { since, cheaper };
}

/** −1 when the first is cheaper, as a difference of costs has it. */
function sign(cheaper: Side): -1 | 1 {
  return cheaper === "first" ? -1 : 1;
}

function isStepOf({ fleet }: Billed, load: number): boolean {
  if (fleet === null) return false;
  return (fleet.slots ?? [fleet]).some(({ requestsPerMachine }) => {
    const count = Math.round(load / requestsPerMachine);
    const { below, above } = beside(count * requestsPerMachine);
    return load >= below && load <= above;
  });
}
