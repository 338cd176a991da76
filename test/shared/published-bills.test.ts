import { describe, expect, test } from "vitest";
import { LazyCatalog } from "../../shared/catalog/lazy-catalog.ts";
import { cardsFor } from "../../shared/cards-for.ts";
import { simulate } from "../../shared/simulate.ts";
import { BASE_TERMS, BASE_WORKLOAD, EC2, LAMBDA } from "../../shared/verification/base-question.ts";
import { PUBLISHED_BILLS } from "../../shared/verification/published-bills.ts";
import { PUBLISHED_FIGURES } from "../../shared/verification/published-figures.ts";
import type { PublishedBill } from "../../shared/verification/published.ts";
import { checkBill, checkFigure, offersOf } from "../../shared/verification/verify.ts";
import { diskCatalog } from "../../worker/disk-catalog.ts";
import examples from "../acceptance/worked-examples.json" with { type: "json" };

const catalog = await new LazyCatalog(diskCatalog()).open();

describe("published bills", () => {
  test.each(PUBLISHED_BILLS.map((bill) => [`${bill.title.en} (${bill.url})`, bill] as const))(
    "%s",
    async (_, bill) => {
      await catalog.load(cardsFor(offersOf(bill), catalog));
      const { amounts } = checkBill(bill, catalog);
      expect(Object.fromEntries(amounts.map(({ meter, computed }) => [meter, computed]))).toEqual(
        bill.printed,
      );
    },
  );
});

describe("published figures", () => {
  test.each(
    PUBLISHED_FIGURES.map((figure) => [`${figure.title.en} (${figure.url})`, figure] as const),
  )("%s", async (_, figure) => {
    await catalog.load(cardsFor(offersOf(figure), catalog));
    const { computed, agrees } = checkFigure(figure, catalog);
    expect(agrees, `${computed} instead of ${figure.printed}`).toBe(true);
  });

  test("egress at the same rate on both sides moves no break-even point", async () => {
    const offers = [LAMBDA, { ...EC2, instanceType: "t3.medium" }];
    await catalog.load(cardsFor(offers, catalog));
    const at = (egressPerRequestKb: number) => {
      const workload = { ...BASE_WORKLOAD, memoryMb: 512, egressPerRequestKb };
      const terms = { ...BASE_TERMS, includeEgressFreeTier: false };
      const range = { min: 0, max: 1e12 };
      const { breakEvenPoints } = simulate({ workload, offers, range, terms }, catalog);
      return breakEvenPoints[0]?.requestsPerMonth;
    };
    expect(at(100)).toBeCloseTo(at(0) ?? 0, 6);
  });
});

describe("the check", () => {
  const [bill] = PUBLISHED_BILLS as readonly [PublishedBill];

  test("fails a bill that is a cent off, and names the line", async () => {
    await catalog.load(cardsFor(offersOf(bill), catalog));
    const { amounts, agrees } = checkBill(
      { ...bill, printed: { ...bill.printed, compute: 2.34 } },
      catalog,
    );
    expect(agrees).toBe(false);
    expect(amounts.filter((amount) => !amount.agrees)).toEqual([
      { meter: "compute", printed: 2.34, computed: 2.33, agrees: false },
    ]);
  });

  test("fails a line that the bill does not have", async () => {
    await catalog.load(cardsFor(offersOf(bill), catalog));
    expect(checkBill({ ...bill, printed: { magic: 1 } }, catalog).agrees).toBe(false);
  });

  test("names each bill once, in both languages, and each page by its address", () => {
    const all = [...PUBLISHED_BILLS, ...PUBLISHED_FIGURES];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { title, url } of all) {
      expect(title.en).not.toBe("");
      expect(title.ja).toMatch(/[^\x20-\x7e]/u);
      expect(url).toMatch(/^https:\/\//u);
    }
  });

  test("holds the engine to every worked example that is accepted", () => {
    const printed = new Map(PUBLISHED_BILLS.map((each) => [each.id, each]));
    for (const example of examples.cases) {
      const shown = printed.get(example.id);
      expect(shown?.printed, example.id).toMatchObject(example.expected);
      expect(shown?.workload.requestsPerMonth).toBe(example.workload.monthly_executions);
    }
    expect(examples.cases.length).toBe(10);
  });
});
