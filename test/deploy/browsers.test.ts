import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { textsWithin, within, type Driven } from "./_driven.ts";
import { startFirefox } from "./_firefox.ts";
import { startWebkit } from "./_webkit.ts";

const SUMMARY = ["cost-simulator", "cost-summary"] as const;
const FORM = ["cost-simulator", "cost-form"] as const;
const TOOLS = ["cost-simulator", "cost-tools"] as const;
const SENTENCE = `${within(...SUMMARY, ".answer p")}?.innerText ?? ""`;
const COSTS = textsWithin(...SUMMARY, "li.row .cost");
const EXECUTIONS = [...FORM, "cost-executions", "cost-field"] as const;
const MEMORY = [...FORM, 'cost-field[name="memoryMb"]'] as const;

const DOLLARS = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

let runtime: Runtime;
beforeAll(async () => {
  runtime = await nodeServer();
});
afterAll(() => runtime?.close());

describe.each([
  ["Firefox", startFirefox],
  ["WebKit", startWebkit],
])("in %s", (_name, start) => {
  let browser: Driven;
  beforeAll(async () => {
    browser = await start();
  });
  afterAll(() => browser?.close());

  /** Opens a page of the server, counting its faults from then on. */
  async function open(path: string): Promise<void> {
    // A page of its own first: another fragment alone would not load anew.
    await browser.open("about:blank");
    await browser.open(runtime.url + path);
    await browser.read(`void (globalThis.faults = [],
      addEventListener("error", ({ message }) => faults.push(message)),
      addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason))),
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        faults.push(violatedDirective + " " + blockedURI)))`);
    // What the build has written into the page is shown before there is a script that answers.
    await shows(`document.querySelector("cost-simulator:not(:defined)") === null`, true);
  }

  /** Replaces what stands in a field of the form. */
  async function fill(
    field: readonly string[],
    text: string,
    entry: string = "#input",
  ): Promise<void> {
    const input = within(...field, entry);
    await browser.read(`void (${input}.focus(), ${input}.select())`);
    await browser.type(input, text);
  }

  async function shows(expression: string, expected: unknown): Promise<void> {
    await expect.poll(() => browser.read(expression), { message: expression }).toEqual(expected);
  }

  /** Comes to a part below the answer, which then loads. */
  async function see(part: string, inside: string): Promise<void> {
    await browser.read(`void ${within("cost-simulator", part)}.scrollIntoView()`);
    await shows(`${within("cost-simulator", part, inside)} != null`, true);
  }

  describe("the simulator", () => {
    beforeEach(async () => {
      await open("/");
      await shows(`${COSTS}.length`, 7);
      // The last of the parts that the page comes to life by.
      await shows(`${within("cost-simulator", "cost-form:defined")} != null`, true);
    });

    test("answers at once, and anew for each key and click, with the API's figures", async () => {
      expect(await browser.read(SENTENCE)).toMatch(/^At 2,628,000 requests a month AWS Lambda/u);
      await fill(EXECUTIONS, "40 M");
      await expect.poll(() => browser.read(SENTENCE)).toContain("At 40,000,000 requests");
      await browser.click(within(...MEMORY, ".presets button:nth-of-type(4)"));
      await shows(`${within(...MEMORY, "#input")}.value`, "1,024");
      await browser.click(within(...TOOLS, "button"));
      const call = [...TOOLS, "cost-share"] as const;
      await expect
        .poll(() => browser.read(`${within(...call)}?.shadowRoot?.textContent ?? ""`))
        .toContain('"memory_mb": 1024');
      const shared = await browser.read<string>(`${within(...call)}.shadowRoot.textContent`);
      const body = /-d '(?<body>\{.*?\n\})'/su.exec(shared)?.groups?.["body"] ?? "";
      const response = await runtime.fetch("/api/v1/compare", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      const { data } = (await response.json()) as {
        data: { offers: { monthly_cost: number | null }[] };
      };
      const costs = data.offers.flatMap(({ monthly_cost: cost }) => cost ?? []);
      const sorted = costs.toSorted((a, b) => a - b);
      // The last has too little memory for this, and no cost.
      expect(sorted).toHaveLength(6);
      const shown = [...sorted.map((cost) => DOLLARS.format(cost)), "Not available"];
      expect(await browser.read(COSTS)).toEqual(shown);
      expect(await browser.read("faults")).toEqual([]);
    });

    test("says what is wrong with an entry, and takes changes back", async () => {
      const problem = within(...MEMORY, "#problem");
      const before = await browser.read(COSTS);
      await fill(MEMORY, "64");
      await shows(`${problem}.hidden`, false);
      expect(await browser.read(`${problem}.textContent`)).toContain("128");
      await fill(MEMORY, "4096");
      await shows(`${problem}.hidden`, true);
      await expect.poll(() => browser.read(COSTS)).not.toEqual(before);
      await browser.click(within(...FORM, ".tools button:last-child"));
      await shows(COSTS, before);
      expect(await browser.read("faults")).toEqual([]);
    });

    test("speaks Japanese and counts in yen", async () => {
      await browser.click(within("cost-simulator", 'input[value="ja"]'));
      await shows(`${within("cost-simulator", "h1")}.innerText`, "サーバーレスか、仮想マシンか");
      await browser.click(within("cost-simulator", 'input[value="JPY"]'));
      await expect.poll(() => browser.read(`${COSTS}[1]`)).toMatch(/^[¥￥]\d+$/u);
      expect(await browser.read("document.documentElement.lang")).toBe("ja");
    });

    test("draws the chart, the map, the bars and the months, and opens a bill's formulas", async () => {
      const isInked = (canvas: string) =>
        `((canvas) => canvas != null && canvas.width > 0 && canvas.getContext("2d")
          .getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0))(${canvas})`;
      // Each while it is looked at: one that was left before it was drawn waits until it is seen again.
      await see("cost-chart", "canvas");
      await shows(isInked(within("cost-simulator", "cost-chart", "canvas")), true);
      await see("decision-map", "canvas");
      await shows(isInked(within("cost-simulator", "decision-map", "canvas")), true);
      await see("cost-projection", "svg, canvas");
      await see("bill-bars", "rect");
      await browser.click(within(...SUMMARY, "li.row:nth-child(3) button.cost"));
      const bill = ["cost-simulator", "cost-breakdown", "details[open] cost-bill"] as const;
      await shows(`${within(...bill, ".source summary")} != null`, true);
      await browser.click(within(...bill, ".source summary"));
      await shows(`${within(...bill, ".source dl")} != null`, true);
      expect(await browser.read("faults")).toEqual([]);
    });

    test("keeps its state in the address: a link opens the same answer", async () => {
      await fill(EXECUTIONS, "123456789");
      await expect.poll(() => browser.read(SENTENCE)).toContain("At 123,456,789 requests");
      await expect.poll(() => browser.read("location.hash")).toContain("requests=123456789");
      const costs = await browser.read(COSTS);
      await open(`/${await browser.read<string>("location.hash")}`);
      await shows(COSTS, costs);
      expect(await browser.read(SENTENCE)).toContain("At 123,456,789 requests");
    });

    test("keeps a scenario under its name", async () => {
      await browser.click(within(...TOOLS, "button:last-child"));
      const scenarios = [...TOOLS, "cost-scenarios"] as const;
      await shows(`${within(...scenarios, "#name")} != null`, true);
      await fill(scenarios, "Busy", "#name");
      await browser.click(within(...scenarios, ".save button"));
      await expect
        .poll(() => browser.read(textsWithin(...scenarios, "tbody tr")))
        .toEqual(expect.arrayContaining([expect.stringContaining("Busy")]));
    });

    test("axe finds nothing, with every group open", async () => {
      await browser.read(`void ${within(...FORM)}.shadowRoot.querySelectorAll("details")
        .forEach((details) => { details.open = true; })`);
      await shows(
        `[...${within(...FORM)}.shadowRoot.querySelectorAll("details .body")]
          .every((body) => body.childElementCount > 0)`,
        true,
      );
      const path = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
      await browser.read(`void (() => {${await readFile(path, "utf8")}})()`);
      const violations = await browser.read<{ id: string; nodes: { target: unknown }[] }[]>(
        "axe.run().then(({ violations }) => violations)",
      );
      const places = violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
      expect(places).toEqual([]);
    });
  });

  test("every published bill is computed as it is printed", async () => {
    await open("/verify.html");
    await shows(`${within("bill-verification", "h1")} != null`, true);
    await expect
      .poll(() => browser.read(`${within("bill-verification")}.shadowRoot.textContent`))
      .toMatch(/All \d+ bills and figures come out as printed/u);
    expect(await browser.read("faults")).toEqual([]);
  });

  test("an element alone shows its answer on a page of its own", async () => {
    await open("/elements.html");
    await shows(`${within("elements-guide", "#break-even-table details")} != null`, true);
    await browser.read(`void ${within("elements-guide", "#break-even-table")}.scrollIntoView()`);
    await browser.click(within("elements-guide", "#break-even-table summary"));
    await shows(
      `(${within("elements-guide", "break-even-table.live", "break-even-table", "tbody")} ??
        ${within("elements-guide", "break-even-table.live", "tbody")}) != null`,
      true,
    );
    expect(await browser.read("faults")).toEqual([]);
  });
});
