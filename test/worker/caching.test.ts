import { dirname, extname } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, MEDIA_TYPES, PAGE_FOLDER } from "../../worker/disk-files.ts";
import { keptInMemory } from "../../worker/node/kept-in-memory.ts";
import type { AnswerCache } from "../../worker/platform.ts";
import { EXAMPLES, initOf, pathOf, queryOf } from "../_requests.ts";
import { LAMBDA, LAMBDA_BODY, LAMBDA_QUESTION, posted, testApp } from "./_app.ts";

/** Examples whose answers may be kept: a batch's depends on how busy the server is. */
const KEPT = EXAMPLES.filter(({ path }) => path !== "/api/v1/batch");

describe("an answer to GET", () => {
  test.each(KEPT.map((example) => [example.path, example] as const))(
    "%s may be kept for a while by anybody, and is unchanged by its tag",
    async (path, { body }) => {
      const { get } = testApp();
      const url = body === undefined ? path : `${path}?${queryOf(body)}`;
      const first = await get(url);
      expect(first.status).toBe(200);
      expect(first.headers.get("cache-control")).toMatch(/^public, max-age=(?:60|300)$/u);
      const tag = first.headers.get("etag") ?? "";
      expect(tag).toMatch(/^"[a-z0-9]+-[a-z0-9]+"$/u);
      const again = await get(url, { "if-none-match": tag });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe("");
      expect(again.headers.get("etag")).toBe(tag);
      expect(again.headers.get("cache-control")).toBe(first.headers.get("cache-control"));
      expect(again.headers.get("content-type")).toBeNull();
    },
  );

  test.each(['"other", TAG', "W/TAG", "*"])("is unchanged for If-None-Match: %s", async (known) => {
    const { get } = testApp();
    const tag = (await get(LAMBDA_QUESTION)).headers.get("etag") ?? "";
    const response = await get(LAMBDA_QUESTION, { "if-none-match": known.replace("TAG", tag) });
    expect(response.status).toBe(304);
  });

  test.each(['"other"', "", "TAG without quotes"])(
    "is given for If-None-Match: %s",
    async (known) => {
      const { get } = testApp();
      expect((await get(LAMBDA_QUESTION, { "if-none-match": known })).status).toBe(200);
    },
  );

  test("has another tag when anything in it is another", async () => {
    const { get } = testApp();
    const tags = new Set<string | null>();
    for (let executions = 1; executions <= 500; executions += 1) {
      const question = LAMBDA_QUESTION.replace("=1000", `=${executions}`);
      tags.add((await get(question)).headers.get("etag"));
    }
    expect(tags.size).toBe(500);
  });

  test("that is an error is kept by nobody", async () => {
    const { get } = testApp();
    for (const path of [LAMBDA, "/api/v1/nothing", `${LAMBDA_QUESTION}&region=mars`]) {
      const response = await get(path);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("etag")).toBeNull();
    }
  });
});

test("an answer to POST is for the asker alone, and has its tag where that costs nothing", async () => {
  const { fetch } = testApp();
  const small = await fetch(LAMBDA, posted(LAMBDA_BODY));
  expect(small.headers.get("cache-control")).toBe("private, no-cache");
  expect(small.headers.get("etag")).toBe(
    (await testApp().get(LAMBDA_QUESTION)).headers.get("etag"),
  );
  const conditional = await fetch(
    LAMBDA,
    posted(LAMBDA_BODY, { "if-none-match": small.headers.get("etag") ?? "" }),
  );
  expect(conditional.status).toBe(200);
});

test("health is kept by nobody", async () => {
  const response = await testApp().get("/health");
  expect(response.headers.get("cache-control")).toBe("no-store");
});

describe("files of the page", () => {
  test("have a tag of their content, and one for each encoding", async () => {
    const { get } = testApp();
    const tags = new Set<string | null>();
    for (const encoding of ["", "gzip", "br"]) {
      const response = await get("/", { "accept-encoding": encoding });
      expect(response.headers.get("content-encoding")).toBe(encoding === "" ? null : encoding);
      expect(response.headers.get("vary")).toBe("accept-encoding");
      const tag = response.headers.get("etag") ?? "";
      tags.add(tag);
      const again = await get("/", { "accept-encoding": encoding, "if-none-match": tag });
      expect(again.status).toBe(304);
    }
    expect(tags.size).toBe(3);
  });

  test("are not compressed for who refuses it", async () => {
    const { get } = testApp();
    const response = await get("/", { "accept-encoding": "br;q=0, gzip;q=0.0" });
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(await response.text()).toContain("<!doctype html>");
  });

  test("all have a media type", () => {
    const endings = filesIn(PAGE_FOLDER)
      .map((name) => extname(name))
      .filter((ending) => ending !== "" && ending !== ".br" && ending !== ".gz");
    expect([...new Set(endings)].filter((ending) => MEDIA_TYPES[ending] === undefined)).toEqual([]);
  });

  test("are files: a folder is nothing, whatever its name, but for the page of that name", async () => {
    const { get } = testApp();
    const files = filesIn(PAGE_FOLDER);
    const folders = new Set(files.map((name) => dirname(name)));
    expect([...folders].some((name) => extname(name) !== "")).toBe(true);
    for (const name of folders) {
      const isPage = files.includes(`${name}.html`);
      if (name !== ".") expect((await get(`/${name}`)).status, name).toBe(isPage ? 200 : 404);
    }
  });

  test("with a hash in their name never change", async () => {
    const { get } = testApp();
    const page = await (await get("/")).text();
    const script = /\/assets\/[\w-]+\.js/u.exec(page)?.[0] ?? "";
    const response = await get(script, { "accept-encoding": "br, gzip" });
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  });
});

/** A cache that counts what is asked of it. */
function countedCache() {
  const memory = keptInMemory();
  const keys: string[] = [];
  const cache: AnswerCache = {
    get: (key) => {
      keys.push(key);
      return memory.get(key);
    },
    put: memory.put,
  };
  return { cache, keys };
}

describe("answers kept by the server", () => {
  test("are found whatever the spelling and order of the question", async () => {
    const { cache, keys } = countedCache();
    const { get, answered } = testApp({}, { answers: cache });
    // The catalog's index is read by the first question, which is not kept yet.
    await get(LAMBDA_QUESTION);
    const first = await get(LAMBDA_QUESTION);
    const others = [
      `${LAMBDA}?monthly_executions=1e3&execution_time_seconds=1.0&memory_mb=512`,
      `${LAMBDA_QUESTION}&include_free_tier=true&unknown=x`,
      `${LAMBDA_QUESTION}&region=ap-northeast-1`,
    ];
    const body = await first.text();
    for (const path of others) expect(await (await get(path)).text()).toBe(body);
    expect(new Set(keys).size).toBe(1);
    expect(answered.map(({ cache: state }) => state)).toEqual([
      "none",
      "miss",
      "hit",
      "hit",
      "hit",
    ]);
  });

  test("are not found for another question", async () => {
    const { cache } = countedCache();
    const { get, answered } = testApp({}, { answers: cache });
    await get("/api/v1/catalog");
    await get(LAMBDA_QUESTION);
    await get(`${LAMBDA_QUESTION}&include_free_tier=false`);
    await get(`${LAMBDA_QUESTION}&region=us-east-1`);
    expect(answered.slice(1).every(({ cache: state }) => state === "miss")).toBe(true);
  });

  test("cannot be poisoned by headers", async () => {
    const { cache } = countedCache();
    const { get } = testApp({ CORS_ORIGINS: "https://good.example" }, { answers: cache });
    await get("/api/v1/catalog");
    await get(LAMBDA_QUESTION, {
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-original-url": "/evil",
      "x-http-method-override": "DELETE",
      origin: "https://good.example",
      "x-request-id": "poison",
      traceparent: "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01",
      "accept-language": "evil",
      forwarded: "host=evil.example",
    });
    const clean = await get(LAMBDA_QUESTION);
    const everything = JSON.stringify([...clean.headers]) + (await clean.text());
    expect(everything).not.toMatch(/evil|poison|good\.example|0123456789abcdef/u);
    expect(clean.headers.get("server-timing")).toContain("cache;desc=hit");
    expect(clean.headers.get("vary")).toBe("origin");
  });

  test("are not errors", async () => {
    const { cache, keys } = countedCache();
    const { get, answered } = testApp({}, { answers: cache });
    await get("/api/v1/catalog");
    for (let time = 0; time < 2; time += 1) await get(`${LAMBDA_QUESTION}&region=mars`);
    expect(answered.slice(1).map(({ status }) => status)).toEqual([400, 400]);
    expect(new Set(keys).size).toBe(1);
  });

  test("are given up, the oldest first, before they fill the memory", () => {
    const memory = keptInMemory();
    const body = "x".repeat(1000 * 1000);
    for (let count = 0; count < 20; count += 1) {
      memory.put(`question ${count}`, { status: 200, headers: {}, body }, 60);
    }
    const kept = Array.from({ length: 20 }, (_, count) => memory.get(`question ${count}`));
    expect(kept.slice(0, 15).every((answer) => answer === null)).toBe(true);
    expect(kept.at(-1)).not.toBeNull();
  });

  test.each(KEPT.map((example) => [example.path, example] as const))(
    "%s is the same from there",
    async (_path, example) => {
      const plain = testApp();
      const { cache } = countedCache();
      const caching = testApp({}, { answers: cache });
      await caching.get("/api/v1/catalog");
      const url =
        example.method === "GET"
          ? pathOf(example)
          : `${example.path}?${queryOf(example.body ?? {})}`;
      const expected = await (
        await plain.fetch(example.method === "GET" ? url : example.path, initOf(example))
      ).text();
      await caching.get(url);
      const kept = await caching.get(url);
      expect(kept.headers.get("server-timing")).toContain("cache;desc=hit");
      expect(await kept.text()).toBe(expected);
    },
  );
});
