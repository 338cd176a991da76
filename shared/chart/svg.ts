import type { Drawing, Pen, Point, Shape, Words } from "./drawing.ts";

const HUNDREDTHS = 100;
const RIM_WIDTH = 4;
const BOLD = 600;

/**
 * A drawing as an SVG document. It has no script, no style and no reference to anything outside,
 * and every text in it is escaped. Coordinates are rounded, so that all platforms write the same.
 */
export function toSvg({ width, height, font, background, title, shapes }: Drawing): string {
  const size = `width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="${escaped(font)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${escaped(background)}"/>`,
    ...shapes.map(element),
    "</svg>\n",
  ].join("\n");
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case "area":
      return `<path d="${path(shape.points)}Z" fill="${escaped(shape.colour)}"${opacity(shape.opacity)}/>`;
    case "line":
      return `<path d="${path(shape.points)}" fill="none" stroke-linejoin="round"${stroke(shape.pen)}/>`;
    case "dot": {
      const [x, y] = shape.at.map(number);
      const circle = `cx="${x}" cy="${y}" r="${number(shape.radius)}"`;
      return `<circle ${circle} fill="${escaped(shape.colour)}"${stroke(shape.pen)}/>`;
    }
    case "window": {
      const { left, top, width, height } = shape.box;
      const [x, y, wide, high] = [left, top, width, height].map(number);
      const place = `x="${x}" y="${y}" width="${wide}" height="${high}"`;
      // An inner document shows nothing beyond its edges, and needs no name to be clipped by.
      return [
        `<svg ${place} viewBox="${x} ${y} ${wide} ${high}">`,
        ...shape.shapes.map(element),
        "</svg>",
      ].join("\n");
    }
    case "words":
      return words(shape);
    default:
      return shape satisfies never;
  }
}

function opacity(value: number): string {
  return value === 1 ? "" : ` fill-opacity="${number(value)}"`;
}

function words({ text, at: [x, y], size, colour, anchor, isBold, rim, isUpright }: Words): string {
  const place =
    isUpright === true
      ? `transform="translate(${number(x)} ${number(y)}) rotate(-90)"`
      : `x="${number(x)}" y="${number(y)}"`;
  const weight = isBold === true ? ` font-weight="${BOLD}"` : "";
  const halo =
    rim === undefined
      ? ""
      : ` stroke="${escaped(rim)}" stroke-width="${RIM_WIDTH}" stroke-linejoin="round" paint-order="stroke"`;
  return `<text ${place} font-size="${number(size)}" text-anchor="${anchor}" dominant-baseline="central" fill="${escaped(colour)}"${weight}${halo}>${escaped(text)}</text>`;
}

function stroke({ colour, width, dash }: Pen): string {
  const dashes = dash === undefined ? "" : ` stroke-dasharray="${dash.map(number).join(" ")}"`;
  return ` stroke="${escaped(colour)}" stroke-width="${number(width)}"${dashes}`;
}

function path(points: readonly Point[]): string {
  return points
    .map(([x, y], index) => `${index === 0 ? "M" : "L"}${number(x)} ${number(y)}`)
    .join("");
}

/** Never `NaN` or `Infinity`, which no attribute takes. */
function number(value: number): string {
  const rounded = Math.round(value * HUNDREDTHS) / HUNDREDTHS;
  return Number.isFinite(rounded) ? String(rounded) : "0";
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text as it may stand between tags and in an attribute; characters that XML forbids are left out. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? "");
}
