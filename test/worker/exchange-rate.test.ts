import { describe, expect, test } from "vitest";
import type { ExchangeRateFile } from "../../shared/catalog/catalog-index.ts";
import { createFetch } from "../../worker/fetch.ts";
import { diskPlatform } from "../../worker/disk-platform.ts";
import { yenPerDollar } from "../../worker/ecb-rates.ts";
import { readExchangeRate } from "../../tools/refresh/sources/ecb-rates.ts";

const DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
	<gesmes:subject>Reference rates</gesmes:subject>
	<Cube><Cube time='2026-11-20'>
			<Cube currency='USD' rate='1.1583'/>
			<Cube currency='JPY' rate='179.42'/>
			<Cube currency='GBP' rate='0.8801'/>
	</Cube></Cube>
</gesmes:Envelope>`;

describe("the bank's document of the day", () => {
  test("is read at the edge as the refresh of the catalog reads it", async () => {
    const downloads = { text: () => Promise.resolve(DOCUMENT) };
    const refreshed = await readExchangeRate({
      downloads,
      addresses: { ecb: "https://bank" },
    } as unknown as Parameters<typeof readExchangeRate>[0]);
    expect(yenPerDollar(DOCUMENT)).toEqual(refreshed);
    expect(refreshed.rate).toBeCloseTo(179.42 / 1.1583, 4);
    expect(refreshed.date).toBe("2026-11-20");
  });

  test.each([
    ["the yen", /<Cube currency='JPY'[^>]*>/u, "JPY"],
    ["the dollar", /<Cube currency='USD'[^>]*>/u, "USD"],
    ["the day", / time='[^']*'/u, "time"],
    ["a number", /179\.42/u, "JPY"],
  ])("is refused without %s", (_what, pattern, named) => {
    expect(() => yenPerDollar(DOCUMENT.replace(pattern, ""))).toThrow(named);
  });
});

describe("the rate of an answer whose request gives none", () => {
  const rate = (value: number, date: string): ExchangeRateFile => ({
    rate: value,
    date,
    source: { title: "A bank", url: "https://bank.example" },
    confidence: "high",
  });

  async function rateUsed(
    storedExchangeRate: (() => Promise<ExchangeRateFile | null>) | undefined,
  ): Promise<number> {
    const errors: unknown[] = [];
    const app = createFetch({
      ...diskPlatform,
      report: { answered: () => undefined, failed: (error) => errors.push(error) },
      ...(storedExchangeRate === undefined ? {} : { storedExchangeRate }),
    });
    const response = await app(
      new Request(
        `http://host/api/v1/compare?workload=${JSON.stringify({ monthly_executions: 1, execution_time_ms: 1, memory_mb: 128 })}&offers=${JSON.stringify([{ kind: "function", provider: "aws_lambda", region: "us-east-1" }])}`,
      ),
    );
    const { data } = (await response.json()) as {
      data: { assumptions: { exchange_rate: number } };
    };
    return data.assumptions.exchange_rate;
  }

  test("is the one that was stored since the catalog was made", async () => {
    expect(await rateUsed(() => Promise.resolve(rate(154.9, "2026-11-20")))).toBe(154.9);
  });

  test("is the catalog's own where nothing is stored, what is stored is older, or the store fails", async () => {
    const own = await rateUsed(undefined);
    expect(own).toBe(150);
    expect(await rateUsed(() => Promise.resolve(null))).toBe(own);
    expect(await rateUsed(() => Promise.resolve(rate(120, "2001-01-01")))).toBe(own);
    expect(await rateUsed(() => Promise.reject(new Error("no store")))).toBe(own);
  });
});
