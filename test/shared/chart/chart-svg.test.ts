import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { chartSvg } from "../../../shared/chart/chart-svg.ts";
import { drawnChart, LINEAR } from "./_charted.ts";

const SIZE = { width: 1200, height: 720 };

/** Every tag of a document with its attributes, in order. */
function tagsOf(
  svg: string,
): { readonly tag: string; readonly attributes: Record<string, string> }[] {
  return [...svg.matchAll(/<(?<tag>[a-z]+)(?<rest>[^>]*)>/gu)].map(({ groups }) => ({
    tag: groups?.["tag"] ?? "",
    attributes: Object.fromEntries(
      [...(groups?.["rest"] ?? "").matchAll(/(?<name>[\w-]+)="(?<value>[^"]*)"/gu)].map((match) => [
        match.groups?.["name"] ?? "",
        match.groups?.["value"] ?? "",
      ]),
    ),
  }));
}

describe("the chart as SVG", () => {
  test("is well-formed and as large as asked for", async () => {
    const svg = chartSvg(await drawnChart(), SIZE);
    expect(XMLValidator.validate(svg)).toBe(true);
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(svg) as {
      readonly svg: Readonly<Record<string, unknown>>;
    };
    expect(parsed.svg["@_viewBox"]).toBe("0 0 1200 720");
    expect(parsed.svg["title"]).toBe("offer -1");
  });

  test("has a solid line for each function and a dashed one for each machine", async () => {
    const chart = await drawnChart();
    const curves = tagsOf(chartSvg(chart, SIZE)).filter(
      ({ tag, attributes }) =>
        tag === "path" && (attributes["d"] ?? "").length > 200 && attributes["fill"] === "none",
    );
    expect(curves).toHaveLength(chart.lines.length);
    expect(curves.map(({ attributes }) => "stroke-dasharray" in attributes)).toEqual(
      chart.lines.map(({ kind }) => kind === "machine"),
    );
  });

  test("has the guide lines, the marks, both axes and every name", async () => {
    const chart = await drawnChart();
    const svg = chartSvg(chart, SIZE);
    expect(svg.match(/stroke="#f2c94c"/gu)).toHaveLength(8);
    expect(svg.match(/<circle/gu)).toHaveLength(chart.figures.marks.length);
    for (const text of ["0.001/s", "10000/s", "Requests a month", "Cost a month", "$1000"]) {
      expect(svg, text).toContain(`>${text}</text>`);
    }
    for (const { name } of chart.lines) expect(svg).toContain(`>${name}</text>`);
  });

  test("escapes every text, wherever it is from", async () => {
    const hostile = `"><script>alert('1')</script>&amp;\u0000\uD800`;
    const svg = chartSvg(await drawnChart(() => hostile), SIZE);
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("\u0000");
    const titles = new XMLParser().parse(svg) as { readonly svg: { readonly title: string } };
    expect(titles.svg.title).toBe(`"><script>alert('1')</script>&amp;`);
  });

  test("asks for nothing beyond itself and has no style or script of its own", async () => {
    const svg = chartSvg(await drawnChart(), SIZE);
    expect(svg).not.toMatch(/href|style|script|url\(|@import|onload/u);
  });

  test.each([SIZE, { width: 320, height: 240 }])(
    "has only finite coordinates at %o",
    async (size) => {
      for (const scales of [LINEAR, { requests: "log", cost: "linear" } as const]) {
        const svg = chartSvg(await drawnChart(String, scales), size);
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/u);
        expect(XMLValidator.validate(svg)).toBe(true);
      }
    },
  );
});
