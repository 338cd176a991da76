import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CostSimulator } from "../../web/elements/cost-simulator.ts";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import {
  hostSite,
  openHostPage,
  strictPolicy,
  type HostPageOptions,
  type HostSite,
} from "./_host-page.ts";
import { accessibilityFaults } from "./_page.ts";

let runtime: Runtime;
let browser: Browser;
let site: HostSite;
beforeAll(async () => {
  [runtime, browser, site] = await Promise.all([nodeServer(), launchBrowser(), hostSite()]);
});
afterAll(() => Promise.all([browser?.close(), site?.close(), runtime?.close()]));

function script(...names: string[]): string {
  return names
    .map((name) => `<script type="module" src="${runtime.url}/embed/${name}.js"></script>`)
    .join("");
}

/** Opens a page of another origin that allows scripts and prices of ours, and nothing else. */
function openStrict(head: string, body: string, options: HostPageOptions = {}) {
  site.show({ head, body, policy: strictPolicy(runtime.url) });
  return openHostPage(browser, site.url, runtime.url, options);
}

/** All that is written in an element. */
function textOf(element: Locator): Promise<string> {
  return element.evaluate(({ shadowRoot }) => shadowRoot?.textContent ?? "");
}

function costs(page: Page, selector: string): Promise<string[]> {
  return page.locator(`${selector} cost-summary li.row .cost`).allInnerTexts();
}

describe.each([
  ["a block", ""],
  ["a row", "display: flex"],
  ["a grid", "display: grid"],
])("in %s of another page", (_name, style) => {
  test.each([
    [320, "ja"],
    [390, "en"],
    [820, "en"],
    [1280, "en"],
  ])(
    "<break-even-table> alone has no column out of sight, %d pixels wide, lang=%s",
    async (width, lang) => {
      site.show({
        head: script("break-even-table"),
        body: `<main style="${style}"><break-even-table lang="${lang}"></break-even-table></main>`,
      });
      const { page, close } = await openHostPage(browser, site.url, runtime.url, {
        viewport: { width, height: 800 },
      });
      const table = page.locator("break-even-table .scroll");
      await table.locator("td").first().waitFor();
      const beyond = () =>
        table.evaluate(({ scrollWidth, clientWidth }) => ({
          table: scrollWidth - clientWidth,
          page: document.documentElement.scrollWidth - innerWidth,
        }));
      expect(await beyond()).toEqual({ table: 0, page: 0 });
      await close();
    },
  );
});

describe("two lines on a page of another origin, under a policy that allows nothing else", () => {
  test("show the simulator with the workload of its attributes", async () => {
    const { page, faults, close } = await openStrict(
      script("cost-simulator"),
      `<cost-simulator lang="ja" currency="JPY" region="ap-northeast-1" memory-mb="1024"
        execution-time-ms="200" monthly-executions="5000000"></cost-simulator>`,
    );
    await page.locator("cost-chart").scrollIntoViewIfNeeded();
    await page.locator("cost-chart .u-over").waitFor();
    const sentence = page.locator("cost-summary .answer p").first();
    await expect.poll(() => sentence.innerText()).toContain("5,000,000");
    expect(await page.getByRole("textbox", { name: "メモリ", exact: true }).inputValue()).toBe(
      "1,024",
    );
    for (const cost of await costs(page, "cost-simulator")) expect(cost).toMatch(/￥|¥|利用不可/u);
    expect(faults).toEqual([]);
    await close();
  });

  test.each(["cost-chart", "decision-map", "cost-breakdown", "break-even-table"])(
    "show <%s> alone, in both languages, without a fault of accessibility",
    async (tag) => {
      const { page, faults, close } = await openStrict(
        script(tag),
        `<main><${tag} memory-mb="256" lang="en"></${tag}></main>`,
      );
      const element = page.locator(tag);
      await element.getByText("AWS Lambda arm64").first().waitFor();
      expect(await textOf(element)).not.toContain("undefined");
      await element.evaluate((view) => view.setAttribute("lang", "ja"));
      await expect.poll(() => element.locator("h2").innerText()).toMatch(/\p{Script=Han}/u);
      expect(await textOf(element)).not.toContain("undefined");
      const own = (await accessibilityFaults(page)).filter(
        (fault) => !/^page-has|^region/u.test(fault),
      );
      expect(own).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    },
  );
});

describe("attributes and events", () => {
  test("each change is told by an event that leaves every shadow tree, and is in the attributes", async () => {
    const { page, close } = await openStrict(
      script("cost-simulator"),
      `<cost-simulator lang="en"></cost-simulator>`,
    );
    await page.locator("cost-summary li.row .cost").first().waitFor();
    const told = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener("cost-change", ({ target, detail }) =>
            resolve([(target as Element).localName, detail.verdict.cheapest]),
          );
        }),
    );
    await page.getByRole("textbox", { name: "Memory", exact: true }).fill("2048");
    expect(await told).toEqual(["cost-simulator", "aws_lambda/arm64"]);
    const simulator = page.locator("cost-simulator");
    expect(await simulator.getAttribute("memory-mb")).toBe("2048");
    expect(await simulator.evaluate((element) => (element as CostSimulator).memoryMb)).toBe(2048);
    await simulator.evaluate((element) => {
      (element as CostSimulator).memoryMb = 256;
    });
    const memory = page.getByRole("textbox", { name: "Memory", exact: true });
    await expect.poll(() => memory.inputValue()).toBe("256");
    await close();
  });

  test("a chart out of sight compares when it is listened to, and otherwise when it is seen", async () => {
    const { page, requests, close } = await openStrict(
      script("cost-chart"),
      `${"<br>".repeat(200)}<cost-chart id="heard"></cost-chart><cost-chart id="seen"></cost-chart>`,
    );
    await page.evaluate(() => customElements.whenDefined("cost-chart"));
    await page.waitForLoadState("networkidle");
    expect(requests.filter((url) => url.includes("/comparing-"))).toEqual([]);
    await page.evaluate(() => {
      document.addEventListener("cost-change", ({ target }) => {
        document.title += `|${(target as Element).id}`;
      });
    });
    await page.locator("#heard").evaluate((chart: HTMLElement) => {
      chart.addEventListener("cost-change", ({ detail }) => {
        document.title += `|${detail.verdict.cheapest}`;
      });
    });
    await expect.poll(() => requests.some((url) => url.includes("/comparing-"))).toBe(true);
    await expect.poll(() => page.title()).toMatch(/\|aws_lambda\/arm64\|heard$/u);
    expect(await page.title()).not.toContain("seen");
    await page.locator("#seen").scrollIntoViewIfNeeded();
    await page.locator("#seen .u-over").waitFor();
    await expect.poll(() => page.title()).toMatch(/\|seen$/u);
    await close();
  });

  test("what is no value of a field is passed over", async () => {
    const { page, faults, close } = await openStrict(
      script("cost-simulator"),
      `<cost-simulator lang="en" memory-mb="-5" execution-time-ms="soon" region="mars-1" currency="XYZ"></cost-simulator>`,
    );
    await page.locator("cost-summary li.row .cost").first().waitFor();
    const memory = page.getByRole("textbox", { name: "Memory", exact: true });
    expect(await memory.inputValue()).toBe("512");
    expect(faults).toEqual([]);
    await close();
  });

  test("the state of a link brings everything back", async () => {
    const { page, close } = await openStrict(
      script("cost-simulator", "break-even-table"),
      `<cost-simulator lang="en" memory-mb="256"
         state="v=1&memory=2048&time=900&machines=aws_ec2:m7g.large@spot"></cost-simulator>`,
    );
    await page.locator("cost-summary").getByText("m7g.large").first().waitFor();
    const simulator = page.locator("cost-simulator");
    expect(await simulator.getAttribute("memory-mb")).toBe("2048");
    expect(await simulator.getAttribute("execution-time-ms")).toBe("900");
    await close();
  });
});

describe("an element alone whose first script does not do", () => {
  const bill = (page: Page, name: string) =>
    page.locator("cost-breakdown [part=bill]").filter({ hasText: name }).locator(".cost");

  test.each([
    ["another place", `region="us-east-1"`],
    ["many requests", `monthly-executions="900000000"`],
    ["yen", `currency="JPY"`],
    ["options", `state="v=1&tmp=2048&provisioned=3"`],
    ["other machines", `state="v=1&machines=aws_ec2:m7g.large"`],
    [
      "hours of its own",
      `state="v=1&hours=${Array.from({ length: 24 }, (_, hour) => hour + 1).join(",")}&sizing=autoscaled"`,
    ],
  ])("bills as the simulator does: %s", async (_name, attributes) => {
    const { page, faults, close } = await openStrict(
      script("cost-breakdown", "break-even-table", "cost-simulator"),
      `<cost-breakdown lang="en" ${attributes}></cost-breakdown>
       <break-even-table lang="en" ${attributes}></break-even-table>
       <cost-simulator lang="en" ${attributes}></cost-simulator>`,
    );
    await page.locator("cost-summary li.row .cost").first().waitFor();
    const listed = page.locator("body > cost-breakdown [part=bill] .cost");
    await expect
      .poll(() => listed.allInnerTexts())
      .toEqual(await page.locator("cost-summary li.row button.cost").allInnerTexts());
    await bill(page, "AWS Lambda arm64").first().waitFor();
    const points = page.locator("body > break-even-table").locator("td strong, details summary");
    await expect.poll(() => points.allInnerTexts().then((texts) => texts.join(" "))).toMatch(/\d/u);
    expect(faults).toEqual([]);
    await close();
  });

  test("says what cannot be had by leaving it out, and tells of it when all is compared", async () => {
    const { page, faults, close } = await openStrict(
      script("cost-breakdown"),
      `<cost-breakdown lang="en" memory-mb="20000"></cost-breakdown>`,
      {
        first: () => {
          const told = new Promise((resolve) => {
            document.addEventListener("cost-change", ({ detail }) =>
              resolve(detail.offers.map(({ offer }) => offer.kind)),
            );
          });
          Object.assign(globalThis, { told });
        },
      },
    );
    const told = page.evaluate(() => (globalThis as unknown as { told: Promise<string[]> }).told);
    await page.locator("cost-breakdown h2").waitFor();
    expect(await told).not.toContain("function");
    expect(await page.getByText("AWS Lambda").count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });
});

describe("several on one page", () => {
  test("do not mix, are defined once, and share their scripts and prices", async () => {
    const { page, faults, requests, close } = await openStrict(
      script("cost-simulator", "cost-breakdown", "break-even-table", "cost-simulator"),
      `<cost-simulator id="first" lang="en" memory-mb="256"></cost-simulator>
       <cost-simulator id="second" lang="en" memory-mb="4096"></cost-simulator>
       <break-even-table lang="en"></break-even-table>`,
    );
    await page.locator("#first cost-summary li.row .cost").first().waitFor();
    await page.locator("#second cost-summary li.row .cost").first().waitFor();
    expect(await costs(page, "#first")).not.toEqual(await costs(page, "#second"));
    const before = await costs(page, "#first");
    await page
      .locator("#second")
      .getByRole("textbox", { name: "Execution time", exact: true })
      .fill("999");
    await expect.poll(() => costs(page, "#second")).not.toEqual(before);
    expect(await costs(page, "#first")).toEqual(before);
    expect(requests.toSorted()).toEqual([...new Set(requests)].toSorted());
    expect(faults).toEqual([]);
    await close();
  });

  test.each(["break-even-table", "cost-breakdown", "decision-map", "cost-chart"])(
    "<%s> tells of each change once and says no more in its attributes, also after the simulator's script",
    async (tag) => {
      const { page, faults, close } = await openStrict(
        script("cost-simulator", tag),
        `<cost-simulator id="it"></cost-simulator><${tag} id="alone"></${tag}><${tag} for="it"></${tag}>`,
      );
      const alone = page.locator("#alone");
      await alone.scrollIntoViewIfNeeded();
      await expect.poll(() => alone.getAttribute("memory-mb")).toBe("512");
      await page.waitForLoadState("networkidle");
      await alone.evaluate((element) => {
        element.addEventListener("cost-change", () => (document.title += "|told"));
      });
      await page.waitForLoadState("networkidle");
      await page.evaluate(() => (document.title = ""));
      await alone.evaluate((element) => element.setAttribute("memory-mb", "1024"));
      await expect.poll(() => page.title()).toMatch(/^\|told/u);
      await page.waitForLoadState("networkidle");
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
      expect(await page.title()).toBe("|told");
      const attributes = await page
        .locator(`body > ${tag}`)
        .evaluateAll((elements) => elements.flatMap((element) => element.getAttributeNames()));
      expect(attributes).not.toContain("lang");
      expect(attributes).not.toContain("theme");
      expect(attributes.filter((name) => name === "for")).toHaveLength(1);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test("an element with `for` shows what the simulator of that id does, whichever comes first", async () => {
    const { page, close } = await openStrict(
      script("break-even-table", "cost-simulator"),
      `<break-even-table for="it"></break-even-table><div id="later"></div>`,
    );
    const table = page.locator("body > break-even-table");
    await page.locator("break-even-table").waitFor({ state: "attached" });
    await page.evaluate(() => {
      const simulator = document.createElement("cost-simulator");
      simulator.id = "it";
      simulator.lang = "ja";
      document.querySelector("#later")?.append(simulator);
    });
    await expect.poll(() => table.locator("h2").innerText()).toBe("損益分岐点");
    const loads = () => table.locator("td.number strong").allInnerTexts();
    const before = await loads();
    expect(before.length).toBeGreaterThan(0);
    await page.locator("#it").evaluate((element) => element.setAttribute("memory-mb", "1024"));
    await expect.poll(loads).not.toEqual(before);
    await page.locator("#it").getByText("English").click();
    await expect.poll(() => table.locator("h2").innerText()).toBe("Break-even points");
    await close();
  });
});

describe("looks", () => {
  const HOSTILE = `
    body, body * { color: red; font: italic 30px/3 serif; letter-spacing: 4px; text-transform: uppercase;
        text-align: right; white-space: nowrap; box-sizing: content-box; }
    button, input, table, h2, p { display: none !important; border: 9px solid red !important; }
    .layout, .answer, header { position: fixed !important; }`;

  test("a hostile style sheet of the page does not get in, and nothing of ours gets out", async () => {
    const body = `<p class="muted lead">Theirs</p><cost-simulator lang="en"></cost-simulator>`;
    const looks = async (head: string) => {
      site.show({ head: script("cost-simulator") + head, body });
      const { page, close } = await openHostPage(browser, site.url, runtime.url);
      await page.locator("cost-summary li.row .cost").first().waitFor();
      const inside = await page
        .locator("cost-summary h2")
        .last()
        .evaluate((heading) => {
          const { color, font, letterSpacing, textTransform, textAlign, display, whiteSpace } =
            getComputedStyle(heading);
          return { color, font, letterSpacing, textTransform, textAlign, display, whiteSpace };
        });
      const outside = await page.locator("body > p").evaluate((text) => {
        const { color, font, margin } = getComputedStyle(text);
        return { color, font, margin };
      });
      await close();
      return { inside, outside };
    };
    const friendly = await looks("");
    const hostile = await looks(`<style>${HOSTILE}</style>`);
    expect(hostile.inside).toEqual(friendly.inside);
    expect(friendly.outside.color).toBe("rgb(0, 0, 0)");
    expect(friendly.outside.margin).toBe("16px 0px");
  });

  test("a page written from right to left leaves them written in their own direction", async () => {
    const tags = ["cost-simulator", "cost-chart", "break-even-table", "cost-breakdown"];
    const { page, close } = await openStrict(
      script(...tags),
      `<div dir="rtl">${tags.map((tag) => `<${tag} lang="en"></${tag}>`).join("")}</div>`,
    );
    await page.locator("cost-summary li.row .cost").first().waitFor();
    for (const tag of tags) {
      const direction = page
        .locator(`div > ${tag}`)
        .evaluate((element) => getComputedStyle(element).direction);
      expect(await direction, tag).toBe("ltr");
    }
    await close();
  });

  test("theme, custom properties, parts and slots change it", async () => {
    site.show({
      head: `${script("cost-simulator", "cost-chart")}<style>
        cost-simulator { --cost-accent: rgb(1, 2, 3); }
        cost-simulator::part(header) { padding-top: 77px; }
        cost-simulator::part(plot) { outline: 3px solid rgb(4, 5, 6); }</style>`,
      body: `<cost-simulator lang="en" theme="dark">
          <h3 slot="heading">Our own heading</h3><p slot="footer">Our own footer</p>
        </cost-simulator><cost-chart theme="light" lang="en"></cost-chart>`,
    });
    const { page, close } = await openHostPage(browser, site.url, runtime.url, {
      colorScheme: "light",
    });
    await page.locator("cost-simulator cost-chart").scrollIntoViewIfNeeded();
    await page.locator("cost-simulator .u-over").waitFor();
    const styleOf = (selector: string, name: string) =>
      page
        .locator(selector)
        .first()
        .evaluate(
          (element, property) => getComputedStyle(element).getPropertyValue(property),
          name,
        );
    expect(await styleOf("cost-simulator cost-summary", "--cost-text")).toBe("#e8eaee");
    expect(await styleOf("cost-simulator cost-chart", "--cost-text")).toBe("#e8eaee");
    expect(await styleOf("cost-simulator cost-summary", "--cost-accent")).toBe("rgb(1, 2, 3)");
    expect(await styleOf("body > cost-chart", "--cost-text")).toBe("#16191f");
    expect(await styleOf("cost-simulator header", "padding-top")).toBe("77px");
    expect(await styleOf("cost-simulator cost-chart .plot", "outline-color")).toBe("rgb(4, 5, 6)");
    expect(await page.getByText("Our own heading").isVisible()).toBe(true);
    expect(await page.getByText("Our own footer").isVisible()).toBe(true);
    expect(await page.locator("cost-simulator h1").isVisible()).toBe(false);
    await close();
  });
});
