import { createClient } from "@redis/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keptInMemory } from "../../worker/node/kept-in-memory.ts";
import { sharedAnswers, Store } from "../../worker/node/redis.ts";
import { QUESTION, startLoad } from "../runtimes/_load.ts";
import { nodeEntry } from "../runtimes/_node-entry.ts";
import { redis, type Redis } from "./_redis.ts";

let store: Redis;
beforeAll(async () => {
  store = await redis();
});
afterAll(() => store.stop());

const timing = (response: Response) => response.headers.get("server-timing");

/** What health says of the store. */
async function storeOf(url: string): Promise<unknown> {
  const { components } = (await (await fetch(`${url}/health`)).json()) as {
    components: Record<string, string>;
  };
  return components["store"];
}

describe("replicas that share a store", () => {
  test("share their answers", async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => nodeEntry({ CACHE_URL: store.url })),
    );
    if (first === undefined || second === undefined) throw new Error("not started");
    const question = `${QUESTION}&egress_per_request_kb=7`;
    // The catalog is read by the first question.
    await Promise.all([fetch(first.url + QUESTION), fetch(second.url + QUESTION)]);
    const made = await fetch(first.url + question);
    expect(timing(made)).toContain("cache;desc=miss");
    const body = await made.text();
    await expect
      .poll(async () => timing(await fetch(second.url + question)))
      .toContain("cache;desc=hit");
    const shared = await fetch(second.url + question);
    expect(await shared.text()).toBe(body);
    expect(shared.headers.get("etag")).toBe(made.headers.get("etag"));
    await Promise.all([first.end(), second.end()]);
  });

  test("count a client's requests together", async () => {
    const settings = { CACHE_URL: store.url, RATE_LIMIT: "30" };
    const entries = await Promise.all([1, 2].map(() => nodeEntry(settings)));
    await expect
      .poll(async () => Promise.all(entries.map(({ url }) => storeOf(url))))
      .toEqual(["healthy", "healthy"]);
    const statuses: number[] = [];
    for (let count = 0; count < 60; count += 1) {
      const { url } = entries[count % 2] ?? entries[0] ?? { url: "" };
      statuses.push((await fetch(url + QUESTION)).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.slice(30).every((status) => status === 429)).toBe(true);
    await Promise.all(entries.map((entry) => entry.end()));
  });
});

describe("a store that goes and comes back under load", () => {
  test("fails no request, and is used again", async () => {
    const entry = await nodeEntry({ CACHE_URL: store.url, RATE_LIMIT: "1000000", WORKERS: "2" });
    await expect.poll(() => storeOf(entry.url)).toBe("healthy");
    const load = startLoad(entry.url, 20);
    await load.further(500);
    await store.stop();
    await expect.poll(() => storeOf(entry.url), { timeout: 10_000 }).toBe("unhealthy");
    await load.further(500);
    await store.start();
    await expect.poll(() => storeOf(entry.url), { timeout: 20_000 }).toBe("healthy");
    await load.further(500);
    const { answered, failed } = await load.stop();
    console.log(
      `the store went and came back: ${failed.length} of ${answered + failed.length} requests failed`,
    );
    expect(failed).toEqual([]);
    expect(entry.log.some(({ msg }) => String(msg).startsWith("the store is not reachable"))).toBe(
      true,
    );
    expect(entry.log.some(({ msg }) => msg === "the store is reachable again")).toBe(true);
    expect(await entry.end()).toBe(0);
  });

  test("is not waited for while it hangs, and fails no request", async () => {
    const entry = await nodeEntry({ CACHE_URL: store.url, RATE_LIMIT: "1000000", WORKERS: "2" });
    await expect.poll(() => storeOf(entry.url)).toBe("healthy");
    const load = startLoad(entry.url, 20);
    await load.further(500);
    store.hang();
    const hungMs = performance.now();
    await load.further(2000);
    await expect.poll(() => storeOf(entry.url)).toBe("unhealthy");
    // Longer than its connection is kept: what is opened anew is taken by the system, and not answered either.
    await expect.poll(() => performance.now() - hungMs, { timeout: 20_000 }).toBeGreaterThan(8000);
    await load.further(500);
    store.goOn();
    await expect.poll(() => storeOf(entry.url), { timeout: 20_000 }).toBe("healthy");
    await load.further(500);
    const { answered, failed } = await load.stop();
    console.log(`the store hung: ${failed.length} of ${answered + failed.length} requests failed`);
    expect(failed).toEqual([]);
    expect(entry.log.some(({ msg }) => msg === "the store does not answer")).toBe(true);
    expect(await entry.end()).toBe(0);
  });

  test("has no answer where somebody has written something else", async () => {
    const client = createClient({ url: store.url });
    await client.connect();
    await client.flushAll();
    const shared = new Store(store.url, () => undefined);
    await expect.poll(() => shared.isReady).toBe(true);
    const answer = { status: 200, headers: {}, body: "{}" };
    await sharedAnswers(shared, keptInMemory()).put("a question", answer, 60);
    expect(await sharedAnswers(shared, keptInMemory()).get("a question")).toEqual(answer);
    for (const key of await client.keys("*")) await client.set(key, "{");
    expect(await sharedAnswers(shared, keptInMemory()).get("a question")).toBe(null);
    shared.destroy();
    client.destroy();
  });

  test("is not waited for at the start", async () => {
    await store.stop();
    const entry = await nodeEntry({ CACHE_URL: store.url });
    const response = await fetch(entry.url + QUESTION);
    expect(response.status).toBe(200);
    expect(await storeOf(entry.url)).toBe("unhealthy");
    await store.start();
    await expect.poll(() => storeOf(entry.url), { timeout: 20_000 }).toBe("healthy");
    expect(await entry.end()).toBe(0);
  });
});
