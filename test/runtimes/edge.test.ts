import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestHarness } from "wrangler";
import { edgeLimiter } from "../../worker/cloudflare/edge-limiter.ts";
import { edgeReport } from "../../worker/cloudflare/edge-report.ts";
import { HTTP_VARIABLES } from "../../worker/config/http-variables.ts";
import { RATE_WINDOW_SECONDS } from "../../worker/platform.ts";
import { testApp } from "../worker/_app.ts";
import { QUESTION } from "./_load.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const LIMIT = Number(HTTP_VARIABLES.RATE_LIMIT.byDefault);

describe("at the edge", () => {
  const harness = createTestHarness({ root: ROOT, workers: [{ configPath: "wrangler.toml" }] });
  let url: URL;
  beforeAll(async () => {
    ({ url } = await harness.listen());
  });
  afterAll(() => harness.close());

  test("an answer is kept by the Cache API, under the question as it was understood", async () => {
    // The catalog's index is read by the first question.
    await fetch(new URL("/api/v1/catalog", url));
    const made = await fetch(new URL(QUESTION, url));
    expect(made.headers.get("server-timing")).toContain("cache;desc=miss");
    const other = new URL(`${QUESTION.replace("memory_mb=512", "memory_mb=512.0")}&unknown=1`, url);
    const timing = async () => (await fetch(other)).headers.get("server-timing");
    await expect.poll(timing).toContain("cache;desc=hit");
    const kept = await fetch(other);
    expect(await kept.text()).toBe(await made.text());
    for (const name of ["etag", "cache-control", "content-type"]) {
      expect(kept.headers.get(name), name).toBe(made.headers.get(name));
    }
    expect(kept.headers.get("x-request-id")).not.toBe(made.headers.get("x-request-id"));
  });

  test("the binding counts, and the answer tells the quota", async () => {
    const response = await fetch(new URL(QUESTION, url));
    expect(response.status).toBe(200);
    expect(response.headers.get("ratelimit-policy")).toBe(
      `"client";q=${LIMIT};w=${RATE_WINDOW_SECONDS}`,
    );
    const health = await fetch(new URL("/health", url));
    expect(health.headers.get("ratelimit-policy")).toBeNull();
  });
});

test("a client that the binding refuses is told when to come again", async () => {
  const keys: string[] = [];
  const limiter = edgeLimiter({
    limit: ({ key }) => Promise.resolve({ success: keys.push(key) <= 1 }),
  });
  const { fetch: ask } = testApp({}, { limiter });
  const scope = { client: "2001:db8::7" };
  expect((await ask(QUESTION, {}, scope)).status).toBe(200);
  const refused = await ask(QUESTION, {}, scope);
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe(String(RATE_WINDOW_SECONDS));
  expect(keys).toEqual(["2001:db8:0:0::/64", "2001:db8:0:0::/64"]);
});

test("the quota of wrangler.toml is the one that answers tell", () => {
  const text = readFileSync(`${ROOT}wrangler.toml`, "utf8");
  expect(text).toContain(`simple = { limit = ${LIMIT}, period = ${RATE_WINDOW_SECONDS} }`);
});

test("where Analytics Engine is bound it gets the measures of each answer, and nothing else", () => {
  const points: unknown[] = [];
  const report = edgeReport("silent", { writeDataPoint: (point) => points.push(point) });
  report.answered({
    requestId: "an-id",
    traceId: "a-trace",
    method: "GET",
    route: "/api/v1/compare",
    status: 200,
    durationMs: 1.5,
    cache: "hit",
    isLimited: false,
  });
  expect(points).toEqual([
    {
      indexes: ["/api/v1/compare"],
      blobs: ["/api/v1/compare", "GET", "200", "hit"],
      doubles: [1.5, 0],
    },
  ]);
});
