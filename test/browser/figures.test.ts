import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CompareAnswer } from "../../shared/schema/answers/compare.ts";
import { nodeServer, workerdServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { field, openPage } from "./_page.ts";

/** The question that the page opens with, as the API is asked it. */
const WORKLOAD = {
  monthly_executions: 2_628_000,
  execution_time_ms: 120,
  memory_mb: 512,
  egress_per_request_kb: 10,
};

const OFFERS = [
  { kind: "function", provider: "aws_lambda", region: "ap-northeast-1", architecture: "arm64" },
  { kind: "function", provider: "aws_lambda", region: "ap-northeast-1", architecture: "x86_64" },
  ...[
    ["aws_ec2", "ap-northeast-1", "t4g.small"],
    ["google_cloud", "asia-northeast1", "e2-small"],
    ["azure", "japaneast", "Standard_B2ats_v2"],
    ["oci", "ap-tokyo-1", "VM.Standard.E4.Flex_1_8"],
    ["sakura_cloud", "tk1", "2core_2gb"],
  ].map(([provider, region, instance_type]) => ({
    kind: "machine",
    provider,
    region,
    instance_type,
    sizing: "peak",
  })),
];

const DOLLARS = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

async function compare({ fetch }: Runtime, workload: object): Promise<CompareAnswer> {
  const response = await fetch("/api/v1/compare", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ workload: { ...WORKLOAD, ...workload }, offers: OFFERS }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { data: CompareAnswer }).data;
}

/** The costs in the ranking, from the cheapest. */
function shownCosts(page: Page): Promise<string[]> {
  return page.locator("cost-summary li.row .cost").allInnerTexts();
}

function rankedCosts(answer: CompareAnswer): string[] {
  return answer.offers
    .map(({ monthly_cost }) => monthly_cost ?? 0)
    .toSorted((a, b) => a - b)
    .map((cost) => DOLLARS.format(cost));
}

describe.each([
  ["the Node entry", nodeServer],
  ["workerd", workerdServer],
])("the page as served by %s", (_name, serve) => {
  let runtime: Runtime;
  let browser: Browser;
  beforeAll(async () => {
    [runtime, browser] = await Promise.all([serve(), launchBrowser()]);
  });
  afterAll(() => Promise.all([browser?.close(), runtime?.close()]));

  test("shows the figures that the API gives, for each change of its inputs", async () => {
    const { page, faults, close } = await openPage(browser, `${runtime.url}/`, { seen: [] });
    const changes: [label: string, text: string, field: string, value: number][] = [
      ["Executions", "40,000,000", "monthly_executions", 40_000_000],
      ["Execution time", "350", "execution_time_ms", 350],
      ["Memory", "256", "memory_mb", 256],
      ["Executions", "900,000,000", "monthly_executions", 900_000_000],
    ];
    await expect.poll(() => shownCosts(page)).toEqual(rankedCosts(await compare(runtime, {})));
    const workload: Record<string, number> = {};
    for (const [label, text, name, value] of changes) {
      await field(page, label).fill(text);
      workload[name] = value;
      const answer = await compare(runtime, workload);
      await expect.poll(() => shownCosts(page), { message: label }).toEqual(rankedCosts(answer));
    }
    expect(faults).toEqual([]);
    await close();
  });

  test("lists the break-even points that the API gives", async () => {
    const { page, close } = await openPage(browser, `${runtime.url}/`, {
      seen: ["break-even-table"],
    });
    const answer = await compare(runtime, {});
    const functions = new Set(
      answer.offers.filter(({ kind }) => kind === "function").map(({ id }) => id),
    );
    const ofBothKinds = answer.break_even_points.filter(
      ({ between: [first, second] }) => functions.has(first ?? "") !== functions.has(second ?? ""),
    );
    const known = new Set(ofBothKinds.map((point) => WHOLE.format(point.executions_per_month)));
    const shown = await page.locator("break-even-table td.number strong").allInnerTexts();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((load) => !known.has(load))).toEqual([]);
    await close();
  });

  test("loads at most 80 KB in all, gzip, in 8 requests, and nothing from elsewhere", async () => {
    const context = await browser.newContext({ locale: "ja-JP" });
    const page = await context.newPage();
    const paths: string[] = [];
    page.on("request", (request) => paths.push(request.url()));
    await page.goto(`${runtime.url}/`);
    await page.locator("cost-simulator:defined cost-chart").scrollIntoViewIfNeeded();
    await page.locator("cost-chart .u-over").waitFor();
    const sizes = await Promise.all(
      paths.map(async (url) => {
        expect(url.startsWith(runtime.url), url).toBe(true);
        const response = await fetch(url, { headers: { "accept-encoding": "gzip" } });
        const declared = response.headers.get("content-length");
        const body = await response.arrayBuffer();
        return declared === null ? await gzipBytes(body) : Number(declared);
      }),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    console.log(`first load: ${(total / 1024).toFixed(1)} KB in ${paths.length} requests`);
    expect(paths.length).toBeGreaterThan(3);
    // What was asked for early is what is used later.
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.length).toBeLessThanOrEqual(8);
    expect(total).toBeLessThanOrEqual(80 * 1024);
    await context.close();
  });
});

async function gzipBytes(body: ArrayBuffer): Promise<number> {
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}
