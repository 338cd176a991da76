import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createTestHarness } from "wrangler";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DOCUMENT = `<Cube><Cube time='2026-11-20'>
  <Cube currency='USD' rate='1.1583'/><Cube currency='JPY' rate='179.42'/></Cube></Cube>`;
const QUESTION = new URLSearchParams({
  workload: JSON.stringify({ monthly_executions: 1, execution_time_ms: 1, memory_mb: 128 }),
  offers: JSON.stringify([{ kind: "function", provider: "aws_lambda", region: "us-east-1" }]),
});

test("the cron trigger stores the bank's rate, and answers are converted at it", async () => {
  let document = DOCUMENT;
  const bank = createServer((_request, response) => response.end(document));
  await new Promise<void>((resolve) => bank.listen(0, "127.0.0.1", resolve));
  const { port } = bank.address() as AddressInfo;
  const harness = createTestHarness({
    root: ROOT,
    workers: [
      {
        configPath: "wrangler.toml",
        vars: { EXCHANGE_RATE_URL: `http://127.0.0.1:${port}/daily.xml` },
      },
    ],
  });
  try {
    const { url } = await harness.listen();
    const worker = harness.getWorker();
    expect((await worker.scheduled({ cron: "30 16 * * 1-5" })).outcome).toBe("ok");
    const rateOf = async () => {
      const response = await fetch(new URL(`/api/v1/compare?${QUESTION.toString()}`, url));
      const { data } = (await response.json()) as {
        data: { assumptions: { exchange_rate: number } };
      };
      return data.assumptions.exchange_rate;
    };
    expect(await rateOf()).toBe(Number((179.42 / 1.1583).toFixed(4)));
    // A document that is not as it used to be leaves the rate that was stored.
    document = "<html>moved</html>";
    await worker.scheduled({ cron: "30 16 * * 1-5" }).catch(() => undefined);
    expect(await rateOf()).toBe(Number((179.42 / 1.1583).toFixed(4)));
  } finally {
    await harness.close();
    bank.close();
  }
});
