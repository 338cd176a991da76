import { describe, expect, test } from "vitest";
import { FieldPixels, type RowPiece } from "../../web/map/field-pixels.ts";

const RED = [200, 0, 0] as const;
const BLUE = [0, 0, 200] as const;
/** 0.4 of 255. */
const ALPHA = 102;

const pieces = (...ends: (readonly [offer: number | null, to: number])[]): RowPiece[] =>
  ends.map(([offer, to]) => ({ offer, to, alternating: false }));

function pixelAt({ data, width }: FieldPixels, row: number, x: number): number[] {
  return Array.from(data.subarray(4 * (row * width + x), 4 * (row * width + x) + 4));
}

describe("the map's colours", () => {
  test("fill each piece of a row, and mix where one ends within a pixel", () => {
    const field = new FieldPixels(10, 1, [RED, BLUE]);
    field.paint(0, pieces([0, 4.25], [1, 10]));
    expect(pixelAt(field, 0, 3)).toEqual([...RED, ALPHA]);
    expect(pixelAt(field, 0, 4)).toEqual([50, 0, 150, ALPHA]);
    expect(pixelAt(field, 0, 5)).toEqual([...BLUE, ALPHA]);
    expect(pixelAt(field, 0, 9)).toEqual([...BLUE, ALPHA]);
  });

  test("are none where nobody is cheapest, and fade there without darkening", () => {
    const field = new FieldPixels(10, 1, [RED]);
    field.paint(0, pieces([null, 4.5], [0, 10]));
    expect(pixelAt(field, 0, 3)[3]).toBe(0);
    expect(pixelAt(field, 0, 4)).toEqual([...RED, ALPHA / 2]);
    field.paint(0, pieces([0, 4.5], [null, 10]));
    expect(pixelAt(field, 0, 4)).toEqual([...RED, ALPHA / 2]);
    expect(pixelAt(field, 0, 5)[3]).toBe(0);
  });

  test("are lighter where fleets take turns", () => {
    const field = new FieldPixels(2, 1, [RED]);
    field.paint(0, [{ offer: 0, to: 2, alternating: true }]);
    expect(pixelAt(field, 0, 0)).toEqual([...RED, 64]);
  });

  test("have straight boundaries between rows with the same pieces", () => {
    const field = new FieldPixels(16, 9, [RED, BLUE]);
    const [first, last] = [pieces([0, 4], [1, 16]), pieces([0, 12], [1, 16])];
    field.paint(0, first);
    field.paint(8, last);
    field.paintBetween(0, first, 8, last);
    for (let row = 0; row <= 8; row += 1) {
      expect(pixelAt(field, row, 3 + row)).toEqual([...RED, ALPHA]);
      expect(pixelAt(field, row, 4 + row)).toEqual([...BLUE, ALPHA]);
    }
  });

  test("are those of the nearer row between rows with other pieces", () => {
    const field = new FieldPixels(4, 9, [RED, BLUE]);
    const [first, last] = [pieces([0, 4]), pieces([1, 4])];
    field.paintBetween(0, first, 8, last);
    expect(pixelAt(field, 3, 0)).toEqual([...RED, ALPHA]);
    expect(pixelAt(field, 5, 0)).toEqual([...BLUE, ALPHA]);
  });
});
