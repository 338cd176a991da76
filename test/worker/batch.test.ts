import { describe, expect, test } from "vitest";
import { BATCH_CALCULATIONS } from "../../shared/schema/batch.ts";
import { diskPlatform } from "../../worker/disk-platform.ts";
import type { Quota } from "../../worker/platform.ts";
import { CALCULATIONS } from "../../worker/routes/batch-calculations.ts";
import { ROUTES } from "../../worker/routes/index.ts";
import { EXAMPLES } from "../_requests.ts";
import { posted, testApp, LAMBDA, LAMBDA_BODY } from "./_app.ts";

const BATCH = "/api/v1/batch";

interface BatchBody {
  readonly data: {
    readonly answered: number;
    readonly failed: number;
    readonly results: readonly { readonly status: number; readonly body: Problem }[];
  };
}
interface Problem {
  readonly type?: string;
  readonly detail?: string;
  readonly instance?: string;
}

async function batchOf(items: readonly unknown[], app = testApp()): Promise<BatchBody["data"]> {
  const response = await app.fetch(BATCH, posted(JSON.stringify({ items })));
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return (JSON.parse(text) as BatchBody).data;
}

const LAMBDA_ITEM = { calculation: "calculator/lambda", body: JSON.parse(LAMBDA_BODY) as object };
const CONVERSION = { calculation: "calculator/currency/convert", body: { amount: 1 } };

describe("a batch", () => {
  test("can ask every calculation by POST but the one whose answer is a file", () => {
    const byPost = ROUTES.filter(({ method }) => method === "POST").map(({ path }) => path);
    const inBatches = BATCH_CALCULATIONS.map((name) => `/api/v1/${name}`);
    expect(Object.values(CALCULATIONS).map(({ path }) => path)).toEqual(inBatches);
    expect(byPost.filter((path) => !inBatches.includes(path))).toEqual([
      BATCH,
      "/api/v1/calculator/export_csv",
    ]);
  });

  test("answers each question as its own endpoint does", async () => {
    const app = testApp();
    const asked = EXAMPLES.filter(({ path }) =>
      (BATCH_CALCULATIONS as readonly string[]).includes(path.replace("/api/v1/", "")),
    );
    expect(new Set(asked.map(({ path }) => path)).size).toBe(BATCH_CALCULATIONS.length);
    const { results, answered, failed } = await batchOf(
      asked.map(({ path, body }) => ({ calculation: path.replace("/api/v1/", ""), body })),
      app,
    );
    expect({ answered, failed }).toEqual({ answered: asked.length, failed: 0 });
    for (const [index, { path, body }] of asked.entries()) {
      const alone = await app.fetch(path, posted(JSON.stringify(body)));
      expect(results[index], path).toEqual({ status: 200, body: await alone.json() });
    }
  });

  test("gives a wrong question its problem, in its place, and answers the others", async () => {
    const wrong = { calculation: "calculator/lambda", body: { memory_mb: 1 } };
    const app = testApp();
    const { results, answered, failed } = await batchOf(
      [
        LAMBDA_ITEM,
        wrong,
        { calculation: "nothing", body: {} },
        null,
        { calculation: "compare" },
        LAMBDA_ITEM,
      ],
      app,
    );
    expect({ answered, failed }).toEqual({ answered: 2, failed: 4 });
    expect(results.map(({ status }) => status)).toEqual([200, 400, 400, 400, 400, 200]);
    const alone = await app.fetch(LAMBDA, posted(JSON.stringify(wrong.body)));
    expect(results[1]?.body).toEqual(await alone.json());
    expect(results[2]?.body.detail).toContain("calculation must be one of compare");
    expect(results[3]?.body.instance).toBe(BATCH);
    expect(results[4]?.body.detail).toContain("is required");
  });

  test("reads a CSV of hourly counts in each question, and names the line at fault of one", async () => {
    const counted = (hourly_counts: string) => ({
      calculation: "compare",
      body: {
        workload: { hourly_counts, execution_time_ms: 100, memory_mb: 512 },
        offers: [{ kind: "function", provider: "aws_lambda", region: "us-east-1" }],
      },
    });
    const hours = Array.from({ length: 24 }, (_, hour) => `2026-11-23 ${hour}:00,${hour * 100}`);
    const app = testApp();
    const good = counted(hours.join("\n"));
    const bad = counted([...hours.slice(0, 5), "2026-11-23 05:00,many"].join("\n"));
    const { results } = await batchOf([good, bad, good], app);
    const alone = await app.fetch("/api/v1/compare", posted(JSON.stringify(good.body)));
    const answer = { status: 200, body: await alone.json() };
    expect([results[0], results[2]]).toEqual([answer, answer]);
    expect(results[1]?.status).toBe(400);
    expect(results[1]?.body.detail).toContain("a count, or a time and a count, in line 6");
  });

  test("takes a thousand questions and no more, and none without any", async () => {
    const { results } = await batchOf(Array.from({ length: 1000 }, () => LAMBDA_ITEM));
    expect(results).toHaveLength(1000);
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    for (const count of [0, 1001]) {
      const items = Array.from({ length: count }, () => CONVERSION);
      const { status } = await testApp().fetch(BATCH, posted(JSON.stringify({ items })));
      expect(status, String(count)).toBe(400);
    }
  });

  test("takes a megabyte, where a question alone takes 64 KB", async () => {
    const padded = (bytes: number) =>
      JSON.stringify({ items: [{ ...CONVERSION, padding: "x".repeat(bytes) }] });
    const app = testApp();
    expect((await app.fetch(BATCH, posted(padded(1_000_000)))).status).toBe(200);
    expect((await app.fetch(BATCH, posted(padded(1_050_000)))).status).toBe(413);
  });

  test("stops answering at the same question whatever the time, and says so of each that is left", async () => {
    const offers = Array.from({ length: 10 }, (_, index) => ({
      kind: "function",
      provider: "aws_lambda",
      region: "us-east-1",
      id: `f${index}`,
    }));
    const map = {
      calculation: "decision-map",
      body: {
        workload: { monthly_executions: 1e6, execution_time_ms: 100, memory_mb: 512 },
        offers,
        execution_times: { min: 10, max: 1000, columns: 100 },
      },
    };
    let elapsed = 0;
    const slow = testApp({}, { elapsedMs: () => (elapsed += 1000) });
    // A hundred thousand cells of maps are the work of a batch.
    const { results, answered } = await batchOf(
      Array.from({ length: 104 }, () => map),
      slow,
    );
    expect(answered).toBe(101);
    for (const { status, body } of results.slice(answered)) {
      expect(status).toBe(503);
      expect(body.type).toBe("urn:cost-simulator:problem:batch-used-up");
    }
  });

  test("stops answering when its answers have grown too long", async () => {
    const recommend = {
      calculation: "calculator/recommend",
      body: { lambda_memory_mb: 128, limit: 1000 },
    };
    const { results, answered } = await batchOf(Array.from({ length: 200 }, () => recommend));
    expect(answered).toBeLessThan(200);
    expect(results.at(-1)?.body.type).toBe("urn:cost-simulator:problem:batch-used-up");
    expect(JSON.stringify(results).length).toBeLessThan(12_000_000);
  });

  test("counts as many requests as it has questions", async () => {
    const taken: number[] = [];
    const quota: Quota = { isExceeded: false, remaining: 0, resetSeconds: 60 };
    const take = (_client: string, requests: number) => {
      taken.push(requests);
      return Promise.resolve({ ...quota, isExceeded: taken.length > 2 });
    };
    const app = testApp({ RATE_LIMIT: "1000" }, { limiter: { take } });
    await batchOf([CONVERSION, CONVERSION, CONVERSION], app);
    expect(taken).toEqual([1, 2]);
    const refused = await app.fetch(BATCH, posted(JSON.stringify({ items: [CONVERSION] })));
    expect(refused.status).toBe(429);
  });

  test("is never kept, also not by GET", async () => {
    const query = new URLSearchParams({ items: JSON.stringify([CONVERSION]) });
    const byGet = await testApp({}, { answers: diskPlatform.answers }).get(`${BATCH}?${query}`);
    expect(byGet.status).toBe(200);
    expect(byGet.headers.get("cache-control")).toBe("no-store");
  });

  test("notes a failure of the server without telling more of it", async () => {
    const app = testApp({}, { searchIndex: () => Promise.reject(new Error("the disk is gone")) });
    const search = {
      calculation: "search",
      body: EXAMPLES.find(({ path }) => path.endsWith("/search"))?.body,
    };
    const { results } = await batchOf([search, CONVERSION], app);
    expect(results.map(({ status }) => status)).toEqual([500, 200]);
    expect(JSON.stringify(results)).not.toContain("disk");
    expect(app.failed.map(({ place }) => place.route)).toEqual(["/api/v1/search"]);
  });
});
