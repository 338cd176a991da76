import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { FIELDS, type NumberField } from "../../shared/fields.ts";
import type { SimulationInputs } from "../../web/state/inputs.ts";
import { field, openEveryGroup, openGroup, sentence } from "./_page.ts";
import { servedPages } from "./_served.ts";

const onPage = servedPages({ seen: [] });

/** What the simulation was told. */
function inputsOf(page: Page): Promise<SimulationInputs> {
  return page.locator("cost-simulator").evaluate((simulator) => {
    const { simulation } = simulator as HTMLElementTagNameMap["cost-simulator"];
    return simulation.inputs;
  });
}

/** Every field of the form that is an input of its own, and the field of the API that limits it. */
const LIMITS: Partial<Record<keyof SimulationInputs, NumberField>> = {
  memoryMb: FIELDS.service_memory_mb,
  durationMs: FIELDS.execution_time_ms,
  requestsPerMonth: FIELDS.monthly_executions,
  egressPerRequestKb: FIELDS.egress_per_request_kb,
  internetTransferRatio: FIELDS.internet_transfer_ratio,
  logPerRequestKb: FIELDS.log_per_request_kb,
  peakToAverage: FIELDS.peak_to_average,
  cpuMs: FIELDS.cpu_ms,
  memoryPerRequestMb: FIELDS.memory_per_request_mb,
  targetUtilisation: FIELDS.target_utilisation,
  memoryReserveMb: FIELDS.memory_reserve_mb,
  ephemeralStorageMb: FIELDS.ephemeral_storage_mb,
  cpuCount: FIELDS.cpu_count,
  concurrency: FIELDS.concurrency,
  minimumInstances: FIELDS.minimum_instances,
  provisionedInstances: FIELDS.minimum_instances,
  provisionedHours: FIELDS.provisioned_hours,
  provisionedShare: FIELDS.share,
  coldStartRatio: FIELDS.cold_start_ratio,
  initMs: FIELDS.init_ms,
  minimumMachines: FIELDS.minimum_machines,
  exchangeRate: FIELDS.exchange_rate,
  diskGb: FIELDS.disk_gb,
  functionWorkHours: FIELDS.work_hours,
  machineWorkHours: FIELDS.work_hours,
  usdPerWorkHour: FIELDS.hourly_rate,
  growthPercent: FIELDS.growth_percent,
  horizonMonths: FIELDS.horizon_months,
  oneOffCost: FIELDS.one_off_cost,
  requestsSpread: FIELDS.spread_percent,
  durationSpread: FIELDS.spread_percent,
  memorySpread: FIELDS.spread_percent,
  egressSpread: FIELDS.spread_percent,
};

/** Shows every field: all services, logs and instances kept ready. */
async function showEveryField(page: Page, all: string, logs: string): Promise<void> {
  await openEveryGroup(page);
  await page.getByRole("button", { name: all, exact: true }).click();
  await page.getByRole("checkbox", { name: logs, exact: true }).check();
  await named(page, "provisionedInstances").fill("2");
  await named(page, "provisionedHours").waitFor();
}

function named(page: Page, name: string): Locator {
  return page.locator(`cost-field[name="${name}"]`).getByRole("textbox");
}

describe.each([
  ["en-US", "All", "Logs", "must be at most", "must be a number"],
  ["ja-JP", "すべて選択", "ログ", "以下で指定してください", "数値で指定してください"],
])("every number of the form, in %s", (locale, all, logs, atMost, notANumber) => {
  test(
    "sets its input, and is held to the limits of the API in the visitor's language",
    () =>
      onPage(
        async (page) => {
          await showEveryField(page, all, logs);
          for (const [name, { min, max, integer = false }] of Object.entries(LIMITS)) {
            const box = named(page, name);
            const value = integer
              ? Math.min(max, Math.ceil(min) + 3)
              : (min + Math.min(max, 10)) / 2;
            await box.fill(String(value));
            const { [name as keyof SimulationInputs]: input } = await inputsOf(page);
            expect(input, name).toBe(value);
            const problem = page.locator(`cost-field[name="${name}"] .problem`);
            await box.fill(String(max * 2 + 1));
            expect(await problem.innerText(), name).toContain(atMost);
            await box.fill("much");
            expect(await problem.innerText(), name).toContain(notANumber);
            expect(await box.getAttribute("aria-invalid"), name).toBe("true");
            await box.fill(String(value));
            expect(await problem.isVisible(), name).toBe(false);
          }
          const fields = await page
            .locator("cost-form cost-field[name]")
            .evaluateAll((boxes) => boxes.map((each) => each.getAttribute("name") ?? ""));
          const known = Object.keys(LIMITS);
          expect(fields.filter((name) => !name.startsWith("egress.")).toSorted()).toEqual(
            known.toSorted(),
          );
        },
        { locale },
      ),
    90_000,
  );
});

describe("numbers with units", () => {
  test.each([
    ["Execution time", "1.5s", "1,500"],
    ["Memory", "2 GB", "2,048"],
    ["Executions", "100/s", "262,800,000"],
    ["Executions", "3億", "300,000,000"],
  ])("%s takes %s", (label, text, shown) =>
    onPage(async (page) => {
      const box = field(page, label);
      await box.fill(text);
      await expect.poll(() => box.getAttribute("aria-invalid")).toBeNull();
      await box.blur();
      await expect.poll(() => box.inputValue()).toBe(shown);
    }),
  );

  test("that are not understood say which are", () =>
    onPage(async (page) => {
      await field(page, "Execution time").fill("5 parsecs");
      await page.getByText("Units that can follow it: ms, s, min.").waitFor();
      expect(await field(page, "Execution time").getAttribute("aria-invalid")).toBe("true");
    }));
});

describe("sliders", () => {
  test.each(["Memory", "Execution time", "Executions"])("set %s by keys", (label) =>
    onPage(async (page) => {
      const slider = page.locator("cost-form").getByRole("slider", { name: label });
      const read = async () => Number((await field(page, label).inputValue()).replaceAll(",", ""));
      const before = await read();
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await expect.poll(read).toBeGreaterThan(before);
      expect((await read()) / before).toBeLessThan(1.2);
      expect(await slider.getAttribute("aria-valuetext")).toContain(
        await field(page, label).inputValue(),
      );
      await page.keyboard.press("Home");
      await expect.poll(read).toBeLessThan(before);
      await page.keyboard.press("End");
      await expect.poll(read).toBeGreaterThan(before * 10);
    }),
  );

  test("put away what was typed", () =>
    onPage(async (page) => {
      await field(page, "Memory").fill("nonsense");
      await page.getByText("Memory must be a number").waitFor();
      const slider = page.locator("cost-form").getByRole("slider", { name: "Memory" });
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => field(page, "Memory").getAttribute("aria-invalid")).toBeNull();
      expect(await field(page, "Memory").inputValue()).toBe("576");
    }));
});

describe("undo and redo", () => {
  test("work by keys outside text, which has its own", () =>
    onPage(async (page) => {
      const first = await sentence(page).innerText();
      await page.getByRole("button", { name: "4 GB", exact: true }).click();
      await expect.poll(() => sentence(page).innerText()).not.toBe(first);
      const second = await sentence(page).innerText();
      await page.keyboard.press("Control+z");
      await expect.poll(() => sentence(page).innerText()).toBe(first);
      await page.keyboard.press("Control+Shift+Z");
      await expect.poll(() => sentence(page).innerText()).toBe(second);
      await field(page, "Executions").focus();
      await page.keyboard.press("Control+z");
      expect(await sentence(page).innerText()).toBe(second);
      await page.locator("body").evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press("Control+z");
      await expect.poll(() => sentence(page).innerText()).toBe(first);
    }));

  test("put away what was typed and is not valid", () =>
    onPage(async (page) => {
      await page.getByRole("button", { name: "1 GB", exact: true }).click();
      await field(page, "Execution time").fill("never");
      await page.getByText("The figures are those of the last valid input").waitFor();
      await page.getByRole("button", { name: "Undo" }).click();
      await expect.poll(() => field(page, "Execution time").inputValue()).toBe("120");
      expect(await page.getByText("The figures are those of the last valid input").count()).toBe(0);
      expect(await field(page, "Memory").inputValue()).toBe("512");
    }));

  test("and reset bring everything back", () =>
    onPage(async (page) => {
      const start = await inputsOf(page);
      await page.getByRole("button", { name: "Nightly batch" }).click();
      await page.getByRole("button", { name: "Reset all" }).click();
      await expect.poll(() => inputsOf(page)).toEqual(start);
      expect(await page.getByRole("button", { name: "Reset all" }).isDisabled()).toBe(true);
      await page.getByRole("button", { name: "Undo" }).click();
      await expect.poll(async () => (await inputsOf(page)).memoryMb).toBe(2048);
    }));
});

describe("choices", () => {
  test("of the sizing show what belongs to each", () =>
    onPage(async (page) => {
      await openGroup(page, "Machines");
      await page.getByRole("radio", { name: "A fixed number" }).check();
      await field(page, "Number of machines").fill("3");
      await expect.poll(async () => (await inputsOf(page)).fixedMachines).toBe(3);
      await page.locator("cost-summary").getByText("3 machines").first().waitFor();
      await page.getByRole("radio", { name: "Hour by hour" }).check();
      await page.getByText("Without an hourly profile every hour is alike").waitFor();
      expect(await field(page, "Number of machines").count()).toBe(0);
    }));

  test("of functions show the options that they have, and no others", () =>
    onPage(async (page) => {
      await openGroup(page, "Functions");
      const lambda = /^AWS Lambda/u;
      await field(page, "Ephemeral storage").waitFor();
      expect(await field(page, "Requests served at a time").count()).toBe(0);
      for (const box of await page.getByRole("checkbox", { name: lambda }).all()) {
        await box.uncheck();
      }
      expect(await field(page, "Ephemeral storage").count()).toBe(0);
      expect(await page.getByRole("checkbox", { name: /SnapStart/u }).count()).toBe(0);
      await page.getByRole("checkbox", { name: "Google Cloud Run", exact: true }).check();
      await field(page, "Requests served at a time").fill("80");
      await page.getByText("For Google Cloud Run").first().waitFor();
      await expect.poll(async () => (await inputsOf(page)).concurrency).toBe(80);
      await page.locator("cost-summary").getByText("Google Cloud Run").first().waitFor();
    }));

  test("of side costs are counted", () =>
    onPage(
      async (page) => {
        await openGroup(page, "Around it");
        await page
          .getByRole("combobox", { name: "In front of functions" })
          .selectOption("http_api");
        const bill = page.locator("cost-breakdown details", { hasText: "AWS Lambda arm64" });
        await bill.locator("summary").click();
        await bill.getByText("API Gateway").first().waitFor();
        await page.getByRole("checkbox", { name: "Public IPv4" }).check();
        await page.getByRole("checkbox", { name: "NAT gateway" }).check();
        await page.getByRole("checkbox", { name: "Load balancer before" }).check();
        const { frontDoor, publicIpv4, natGateway, loadBalancer } = await inputsOf(page);
        expect([frontDoor, publicIpv4, natGateway, loadBalancer]).toEqual([
          "http_api",
          true,
          true,
          true,
        ]);
      },
      { seen: ["cost-breakdown"] },
    ));
});

describe("own prices", () => {
  test("are added, change the answer, and are taken out", () =>
    onPage(async (page) => {
      await openGroup(page, "Money & prices");
      const cost = page.locator("cost-summary li.row", { hasText: "t4g.small" }).locator(".cost");
      await expect.poll(() => cost.innerText()).toBe("$15.77");
      await page.getByRole("textbox", { name: /^Machine type/u }).fill("t4g.*");
      await field(page, "Off the list").fill("50");
      await page.getByRole("button", { name: "Add price" }).click();
      await expect.poll(() => cost.innerText()).toBe("$7.88");
      await page.getByRole("button", { name: /^Remove AWS/u }).click();
      await expect.poll(() => cost.innerText()).toBe("$15.77");
    }));

  test("say what is missing", () =>
    onPage(async (page) => {
      await openGroup(page, "Money & prices");
      await page.getByRole("button", { name: "Add price" }).click();
      await page.getByText("Say how much it is.").waitFor();
      await page.getByRole("radio", { name: "Own price" }).check();
      await field(page, "Price per unit").fill("0.01");
      await page.getByRole("button", { name: "Add price" }).click();
      await page.getByText("Say for which service or machine type the price is.").waitFor();
      await page.getByRole("combobox", { name: "For" }).selectOption("egress");
      await page.getByRole("button", { name: "Add price" }).click();
      await expect
        .poll(async () => (await inputsOf(page)).customPrices)
        .toEqual([{ provider: "aws", service: "egress", change: { unitPriceUsd: 0.01 } }]);
    }));
});

describe("without a mouse", () => {
  test(
    "every control of the form is reached in turn, with every group open",
    () =>
      onPage(async (page) => {
        for (const summary of await page.locator("cost-form summary").all()) {
          const isOpen = await summary.evaluate(
            (element) => (element.parentElement as HTMLDetailsElement).open,
          );
          if (isOpen) continue;
          await summary.focus();
          await page.keyboard.press("Enter");
        }
        await openEveryGroup(page);
        const wanted = await page.locator("cost-form").evaluate((form) => {
          const found: Element[] = [];
          const walk = (root: ParentNode) => {
            for (const element of root.querySelectorAll("*")) {
              if (element.shadowRoot !== null) walk(element.shadowRoot);
              const isControl = element.matches(
                "button, input, select, textarea, summary, [tabindex='0']",
              );
              const isOff = element.matches(":disabled, [tabindex='-1']");
              // One radio button of a group is reached; the arrow keys lead to the others.
              const isOtherRadio = element.matches("[type=radio]:not(:checked)");
              const isShown = element.checkVisibility();
              if (isControl && !isOff && !isOtherRadio && isShown) found.push(element);
            }
          };
          if (form.shadowRoot !== null) walk(form.shadowRoot);
          Object.assign(globalThis, { wanted: found, reached: new Set<Element>() });
          return found.length;
        });
        expect(wanted).toBeGreaterThan(60);
        await page.locator("cost-form").getByRole("button", { name: "Reset all" }).waitFor();
        await page.locator("cost-form summary").first().focus();
        await page.keyboard.press("Shift+Tab");
        const isInForm = () =>
          page.evaluate(() => {
            let focused: Element | null = document.activeElement;
            let isInside = false;
            while (focused?.shadowRoot?.activeElement) {
              focused = focused.shadowRoot.activeElement;
              if (focused.localName === "cost-form") isInside = true;
            }
            const { reached } = globalThis as unknown as { reached: Set<Element | null> };
            reached.add(focused);
            return isInside;
          });
        for (let steps = 0; steps < wanted * 2; steps += 1) {
          await page.keyboard.press("Tab");
          if (!(await isInForm())) break;
        }
        const missed = await page.evaluate(() => {
          const { wanted: all, reached } = globalThis as unknown as {
            wanted: Element[];
            reached: Set<Element>;
          };
          return all.filter((element) => !reached.has(element)).map((element) => element.outerHTML);
        });
        // What is before the first group is where the walk began.
        expect(missed.filter((html) => !/Undo|Redo|Reset/u.test(html))).toEqual([]);
      }),
    90_000,
  );
});
