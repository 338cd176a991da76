import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { positionOn, valueOn, type Axis } from "../../../shared/chart/axis.ts";
import type { ChartView } from "../../../shared/chart/view.ts";
import { commandOf, viewAfter, type ViewCommand } from "../../../web/chart/commands.ts";
import { pannedBy, zoomedBy, zoomedTo } from "../../../web/chart/zoom.ts";

const WHOLE: ChartView = {
  requests: { min: 1000, max: 1e10, scale: "log" },
  cost: { min: 0, max: 5000, scale: "linear" },
};
const AT = { across: 0.25, up: 0.75 };

const command: fc.Arbitrary<ViewCommand> = fc.oneof(
  fc.constantFrom<ViewCommand>("in", "out"),
  fc.record({
    across: fc.double({ min: -2, max: 2, noNaN: true }),
    up: fc.double({ min: -2, max: 2, noNaN: true }),
  }),
);
const place = fc.record({
  across: fc.double({ min: 0, max: 1, noNaN: true }),
  up: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe("zooming", () => {
  test("keeps the place under the pointer where it is", () => {
    const near = zoomedBy(WHOLE, WHOLE, 4, AT);
    for (const name of ["requests", "cost"] as const) {
      const at = name === "requests" ? AT.across : AT.up;
      const axis = near?.[name] ?? WHOLE[name];
      expect(positionOn(axis, valueOn(WHOLE[name], at))).toBeCloseTo(at, 9);
      expect(spanOf(axis, name)).toBeCloseTo(1 / 4, 9);
    }
  });

  test("goes back to everything, and says so with null", () => {
    const near = zoomedBy(WHOLE, WHOLE, 4, AT);
    expect(near && zoomedBy(near, WHOLE, 1 / 4, AT)).toBeNull();
    expect(zoomedBy(WHOLE, WHOLE, 1 / 2, AT)).toBeNull();
  });

  test("shows the box that was drawn, whichever corner was first", () => {
    const box = zoomedTo(WHOLE, WHOLE, { across: 0.5, up: 0.8 }, { across: 0.2, up: 0.4 });
    expect(box?.cost).toEqual({ min: 2000, max: 4000, scale: "linear" });
    expect(box?.requests.min).toBeCloseTo(valueOn(WHOLE.requests, 0.2), 6);
    expect(box?.requests.max).toBeCloseTo(valueOn(WHOLE.requests, 0.5), 3);
  });

  test("moves no further than there is to see", () => {
    const near = zoomedBy(WHOLE, WHOLE, 2, { across: 0.5, up: 0.5 }) ?? WHOLE;
    const moved = pannedBy(near, WHOLE, { across: 10, up: -10 });
    expect(moved.requests.max).toBe(WHOLE.requests.max);
    expect(moved.cost.min).toBe(WHOLE.cost.min);
    expect(spanOf(moved.requests, "requests")).toBeCloseTo(0.5, 9);
  });

  test("stays within what there is to see, whatever one does", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(command, place), { maxLength: 30 }), (commands) => {
        let view = WHOLE;
        for (const [each, at] of commands) {
          view = viewAfter(each, { view, whole: WHOLE }, at) ?? WHOLE;
          for (const name of ["requests", "cost"] as const) {
            const { min, max } = view[name];
            expect(min).toBeGreaterThanOrEqual(WHOLE[name].min * (1 - 1e-9));
            expect(max).toBeLessThanOrEqual(WHOLE[name].max * (1 + 1e-9));
            expect(max).toBeGreaterThan(min);
          }
        }
      }),
    );
  });
});

describe("keys", () => {
  const key = (name: string, more: Partial<KeyboardEvent> = {}) =>
    commandOf({
      key: name,
      shiftKey: false,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      ...more,
    } as KeyboardEvent);

  test("zoom, show everything and, with Shift, move", () => {
    expect([key("+"), key("="), key("-"), key("0")]).toEqual(["in", "in", "out", "reset"]);
    expect(key("ArrowRight", { shiftKey: true })).toEqual({ across: 0.1, up: 0 });
    expect(key("ArrowDown", { shiftKey: true })).toEqual({ across: 0, up: -0.1 });
  });

  test("that are the slider's or the browser's are left alone", () => {
    expect([key("ArrowRight"), key("Home"), key("a")]).toEqual([null, null, null]);
    expect([key("+", { ctrlKey: true }), key("0", { metaKey: true })]).toEqual([null, null]);
  });
});

function spanOf(axis: Axis, name: keyof ChartView): number {
  return positionOn(WHOLE[name], axis.max) - positionOn(WHOLE[name], axis.min);
}
