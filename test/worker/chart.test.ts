import { createHash } from "node:crypto";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import type { CompareAnswer } from "../../shared/schema/answers/compare.ts";
import { CHART_POLICY, CHART_STYLE } from "../../worker/chart/style.ts";
import { queryOf } from "../_requests.ts";
import { testApp } from "./_app.ts";

const CHART = "/api/v1/chart.svg";
const WORKLOAD = {
  monthly_executions: 20_000_000,
  execution_time_ms: 120,
  memory_mb: 512,
  cpu_ms: 40,
};
const FUNCTIONS = {
  kind: "function",
  id: "functions",
  provider: "aws_lambda",
  region: "us-east-1",
};
const MACHINES = {
  kind: "machine",
  id: "machines",
  provider: "aws_ec2",
  region: "us-east-1",
  instance_type: "t4g.small",
};
const QUESTION = { workload: WORKLOAD, offers: [FUNCTIONS, MACHINES] };

type Body = Readonly<Record<string, unknown>>;

function askedFor(body: Body, headers?: Record<string, string>): Promise<Response> {
  return testApp().get(`${CHART}?${queryOf(body)}`, headers);
}

/** The picture that answers a question, which is well-formed. */
async function pictureOf(body: Body): Promise<string> {
  const response = await askedFor(body);
  const text = await response.text();
  expect(response.status, text).toBe(200);
  expect(XMLValidator.validate(text)).toBe(true);
  return text;
}

async function compared(body: Body): Promise<CompareAnswer> {
  const response = await testApp().get(`/api/v1/compare?${queryOf(body)}`);
  return ((await response.json()) as { readonly data: CompareAnswer }).data;
}

/** The texts of a picture, in their order. */
function textsOf(picture: string): string[] {
  return [...picture.matchAll(/<text[^>]*>(?<text>[^<]*)<\/text>/gu)].map(
    ({ groups }) => groups?.["text"] ?? "",
  );
}

/** The places of each line that has these classes. */
function linesOf(picture: string, classes: string): [number, number][][] {
  const all = picture.matchAll(/<path class="(?<classes>[^"]*)" d="M(?<places>[^"]*)"\/>/gu);
  return [...all]
    .filter(({ groups }) => groups?.["classes"] === classes)
    .map(({ groups }) => {
      const numbers = (groups?.["places"] ?? "").split(" ").map(Number);
      return numbers.flatMap((x, index): [number, number][] =>
        index % 2 === 0 ? [[x, numbers[index + 1] ?? Number.NaN]] : [],
      );
    });
}

describe("a picture of a comparison", () => {
  test("is an SVG of the size that is asked for, and says the answer", async () => {
    const response = await askedFor({ ...QUESTION, width: 900, height: 500 });
    expect(response.headers.get("content-type")).toBe("image/svg+xml");
    const picture = await response.text();
    const { svg } = new XMLParser({ ignoreAttributes: false }).parse(picture) as {
      readonly svg: Readonly<Record<string, unknown>>;
    };
    expect(svg["@_viewBox"]).toBe("0 0 900 500");
    const { verdict, prices_as_of: day } = await compared(QUESTION);
    expect(svg["title"]).toBe(`${verdict.cheapest} is cheapest at 20M requests a month`);
    expect(textsOf(picture)[1]).toContain(`prices as of ${day}`);
  });

  test("has each offer with what it costs at the load, the cheapest first", async () => {
    const texts = textsOf(await pictureOf(QUESTION));
    const { offers } = await compared(QUESTION);
    const ordered = offers.toSorted((a, b) => (a.monthly_cost ?? 0) - (b.monthly_cost ?? 0));
    const legend = ordered.flatMap(({ id, monthly_cost: cost }) => [id, `$${cost?.toFixed(2)}`]);
    expect(texts.slice(-legend.length)).toEqual(legend);
  });

  test("draws the exact costs: a line passes through what is billed at both its ends", async () => {
    const asked = { ...QUESTION, range: { min: 1e6, max: 1e9 }, include_free_tier: false };
    const billedAt = async (executions: number) => {
      const workload = { ...WORKLOAD, monthly_executions: executions };
      const { offers } = await compared({ ...asked, workload });
      return offers[0]?.monthly_cost ?? 0;
    };
    const picture = await pictureOf(asked);
    const [places = []] = linesOf(picture, "c0");
    const [[left, low] = [0, 0]] = places;
    const [right, high] = places.at(-1) ?? [0, 0];
    expect([left, right]).toEqual([64, 780]);
    const decades = Math.log10((await billedAt(1e9)) / (await billedAt(1e6)));
    expect((low - high) / decadeHeight(picture)).toBeCloseTo(decades, 2);
  });

  test("marks the break-even point, with its load beside it", async () => {
    const workload = { ...WORKLOAD, execution_time_ms: 400 };
    const { break_even_points: points, regimes } = await compared({ ...QUESTION, workload });
    const turn = regimes[1]?.from ?? 0;
    expect(points.some(({ executions_per_month: at }) => at === turn)).toBe(true);
    const picture = await pictureOf({ ...QUESTION, workload });
    expect(picture).toMatch(/<circle [^>]*r="4.5" class="mark"/u);
    const text = `${Number((turn / 1e6).toPrecision(3))}M`;
    expect(textsOf(picture)).toContain(text);
  });

  test("shows faintly what a fixed number of machines would cost beyond what it carries", async () => {
    const fixed = { ...MACHINES, sizing: "fixed" };
    const picture = await pictureOf({ ...QUESTION, offers: [FUNCTIONS, fixed] });
    const [carried] = linesOf(picture, "c1 dashed");
    const [beyond] = linesOf(picture, "c1 dashed beyond");
    expect(carried?.at(-1)).toEqual(beyond?.[0]);
    expect(linesOf(await pictureOf(QUESTION), "c1 dashed beyond")).toEqual([]);
  });

  test("calls offers without an id what people call them", async () => {
    const texts = textsOf(
      await pictureOf({
        workload: WORKLOAD,
        offers: [
          { ...FUNCTIONS, id: undefined },
          { ...MACHINES, id: undefined },
          { ...MACHINES, id: undefined, region: "eu-central-1" },
        ],
      }),
    );
    expect(texts).toContain("AWS Lambda x86_64");
    expect(texts).toContain("aws_ec2/us-east-1/t4g.small");
    expect(texts).toContain("aws_ec2/eu-central-1/t4g.small");
  });

  test("names what cannot be bought without a cost", async () => {
    const small = { ...FUNCTIONS, id: "beyond", provider: "oci_functions", region: "us-ashburn-1" };
    const workload = { ...WORKLOAD, memory_mb: 8192 };
    const texts = textsOf(await pictureOf({ workload, offers: [FUNCTIONS, small] }));
    expect(texts.slice(-2)).toEqual(["beyond", "–"]);
  });

  test("says when none of the offers carries the load", async () => {
    const tiny = { ...MACHINES, sizing: "fixed" };
    const workload = { ...WORKLOAD, monthly_executions: 1_000_000_000 };
    const picture = await pictureOf({ workload, offers: [tiny] });
    expect(picture).toContain("<title>None of these carries 1B requests a month</title>");
  });

  test("is in yen when asked", async () => {
    const texts = textsOf(await pictureOf({ ...QUESTION, currency: "JPY", exchange_rate: 150 }));
    expect(texts.filter((text) => /^¥[\d,]+$/u.test(text)).length).toBeGreaterThanOrEqual(2);
    expect(texts.some((text) => text.includes("$"))).toBe(false);
  });

  test.each([
    ["no load", { workload: { ...WORKLOAD, monthly_executions: 0 } }],
    ["a range of one load", { range: { min: 5, max: 5 } }],
    ["a range of nothing", { range: { min: 0, max: 0 } }],
    ["the whole of all ranges", { range: { min: 0, max: 1e12 } }],
    ["a load beyond the range", { range: { min: 0, max: 100 } }],
    ["a load below the range", { range: { min: 1e9, max: 1e12 } }],
    ["the least size", { width: 320, height: 280 }],
    ["the largest size", { width: 2000, height: 2000 }],
    [
      "nothing but free use",
      {
        workload: { ...WORKLOAD, monthly_executions: 1 },
        offers: [FUNCTIONS],
        range: { max: 100 },
      },
    ],
  ])("has only finite coordinates for %s", async (_what, changed) => {
    const picture = await pictureOf({ ...QUESTION, ...changed });
    expect(picture).not.toMatch(/NaN|Infinity|undefined|null|e[+-]?\d+[" ]/u);
  });

  test("has room for fifty offers, or says how many more there are", async () => {
    const offers = Array.from({ length: 50 }, (_, index) => ({
      ...MACHINES,
      id: `m${index}`,
      minimum_machines: index + 1,
    }));
    const body = JSON.stringify(offers);
    expect(body.length).toBeLessThan(8000);
    const texts = textsOf(await pictureOf({ ...QUESTION, offers }));
    expect(texts.at(-1)).toMatch(/^and \d+ more$/u);
    const tall = textsOf(await pictureOf({ ...QUESTION, offers, height: 1000 }));
    expect(tall.filter((text) => /^m\d+$/u.test(text))).toHaveLength(50);
  });
});

/** Pixels between two powers of ten of the costs. */
function decadeHeight(picture: string): number {
  const rows = linesOf(picture, "grid").flatMap(([[, from] = [0, 0], [, to] = [0, 1]]) =>
    from === to ? [from] : [],
  );
  return (rows[0] ?? 0) - (rows[1] ?? 0);
}

describe("a picture is safe to show anywhere", () => {
  test.each([
    `"><script>alert(1)</script>`,
    `</text><a href="javascript:alert(1)">x</a>`,
    `]]></style><img src=x onerror=1>`,
    `&lt;b&gt; &amp; &#60;`,
    "\u0000\u0008\uFFFE",
    "日本語の名前 🧮",
    "' onload='alert(1)",
  ])("whatever an offer is called: %s", async (id) => {
    const picture = await pictureOf({ ...QUESTION, offers: [{ ...FUNCTIONS, id }, MACHINES] });
    const tags = picture.match(/<[^>]*>/gu) ?? [];
    const names = new Set(tags.map((tag) => /^<\/?(?<name>\w+)/u.exec(tag)?.groups?.["name"]));
    const known = new Set(["svg", "title", "style", "rect", "text", "path", "circle"]);
    expect([...names].filter((name) => !known.has(name ?? ""))).toEqual([]);
    expect(tags.join("")).not.toMatch(/\son\w+=|href|url\(/u);
    expect(picture.match(/<style>/gu)).toHaveLength(1);
    const { svg } = new XMLParser().parse(picture) as { readonly svg: { readonly title: string } };
    expect(svg.title).toMatch(/is cheapest at 20M requests a month$/u);
  });

  test("its policy allows its own style, by its digest, and nothing else", async () => {
    const digest = createHash("sha256").update(CHART_STYLE).digest("base64");
    expect(CHART_POLICY).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; frame-ancestors 'none'`,
    );
    const response = await askedFor(QUESTION);
    expect(response.headers.get("content-security-policy")).toBe(CHART_POLICY);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await response.text()).toContain(`<style>${CHART_STYLE}</style>`);
  });

  test("an answer that is unchanged does not take the policy back", async () => {
    const tag = (await askedFor(QUESTION)).headers.get("etag") ?? "";
    const again = await askedFor(QUESTION, { "if-none-match": tag });
    expect(again.status).toBe(304);
    expect(again.headers.get("content-security-policy")).toBe(CHART_POLICY);
  });

  test("there is no policy where security headers are turned off", async () => {
    const response = await testApp({ SECURE_HEADERS: "0" }).get(`${CHART}?${queryOf(QUESTION)}`);
    expect(response.headers.get("content-security-policy")).toBeNull();
  });

  test("may be shown by pages of other origins", async () => {
    const response = await askedFor(QUESTION);
    expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(response.headers.get("x-frame-options")).toBeNull();
  });

  test("what is wrong with a question is told as everywhere", async () => {
    const response = await askedFor({ ...QUESTION, width: 10 });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.text()).toContain("width must be at least 320");
  });

  test.each([
    ["image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", 200],
    ["image/*", 200],
    ["application/json", 406],
  ])("is given to who accepts %s: %i", async (accept, status) => {
    expect((await askedFor(QUESTION, { accept })).status).toBe(status);
  });
});
