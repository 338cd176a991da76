import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { QUESTION } from "../runtimes/_load.ts";
import { nodeEntry, type NodeEntry } from "../runtimes/_node-entry.ts";
import { head, startProxy, type Proxy } from "./_proxy.ts";
import { run, ROOT } from "./_run.ts";

const SETTINGS = { TRUST_PROXY: "1", WORKERS: "1" };

let entries: NodeEntry[] = [];
let proxy: Proxy;
beforeAll(async () => {
  entries = await Promise.all([nodeEntry(SETTINGS), nodeEntry(SETTINGS)]);
  proxy = await startProxy(entries.map(({ port }) => port));
});
afterAll(async () => {
  await proxy.stop();
  await Promise.all(entries.map((entry) => entry.end("SIGKILL")));
});

/** A script of the page, whose name says its content. */
const asset = () => {
  const name = readdirSync(join(ROOT, "dist/assets")).find((found) => found.endsWith(".js"));
  return `${proxy.url}/assets/${name}`;
};

describe("nginx in front of two servers", () => {
  test("sends everything to HTTPS", async () => {
    const { status, headers } = await head(`${proxy.plainUrl}/verify.html?a=1`);
    expect(status).toBe(308);
    expect(headers["location"]).toBe("https://127.0.0.1/verify.html?a=1");
  });

  test("speaks HTTP/2, and keeps the server's headers", async () => {
    const { status, protocol, headers } = await head(`${proxy.url}/`);
    expect([status, protocol]).toEqual([200, "2"]);
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
    expect(headers["server"]).toBe("nginx");
  });

  test.each([
    ["--tls-max", "1.1", 0],
    ["--tls-max", "1.2", 200],
    ["--tlsv1.3", "--http2", 200],
  ] as const)("TLS with %s %s is answered %d", async (option, value, expected) => {
    expect((await head(`${proxy.url}/health`, option, value)).status).toBe(expected);
  });

  test("passes brotli and gzip through from the build's copies", async () => {
    for (const encoding of ["br", "gzip"]) {
      const { headers } = await head(asset(), "--header", `accept-encoding: ${encoding}`);
      expect(headers["content-encoding"]).toBe(encoding);
      expect(headers["vary"]?.toLowerCase()).toContain("accept-encoding");
    }
    const plain = await head(asset());
    expect(plain.headers["content-encoding"]).toBeUndefined();
  });

  test("compresses answers of the API", async () => {
    const url = `${proxy.url}/api/v1/catalog`;
    const { headers } = await head(url, "--header", "accept-encoding: gzip");
    expect(headers["content-encoding"]).toBe("gzip");
  });

  test("keeps files, and lets browsers keep those that never change for a year", async () => {
    await head(asset());
    const { headers } = await head(asset());
    expect(headers["x-cache"]).toBe("HIT");
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  });

  test("hides the measures", async () => {
    expect((await head(`${proxy.url}/metrics`)).status).toBe(404);
  });

  test("tells the server who asks, whatever the client says of itself", async () => {
    const limited = await nodeEntry({ ...SETTINGS, RATE_LIMIT: "3" });
    const front = await startProxy([limited.port], 10);
    const ask = async (from: string, claim: string) =>
      (
        await head(
          front.url + QUESTION,
          "--interface",
          from,
          "--header",
          `x-forwarded-for: ${claim}`,
        )
      ).status;
    const first = [];
    for (const claim of ["1.1.1.1", "2.2.2.2", "3.3.3.3", "4.4.4.4"]) {
      first.push(await ask("127.0.0.1", claim));
    }
    expect(first).toEqual([200, 200, 200, 429]);
    expect(await ask("127.0.0.2", "1.1.1.1")).toBe(200);
    await front.stop();
    await limited.end("SIGKILL");
  });

  test("fails no request when a server is killed under load", async () => {
    const loaded = run([
      "wrk",
      "--threads",
      "1",
      "--connections",
      "20",
      "--duration",
      "6s",
      proxy.url + QUESTION,
    ]);
    const [first, second] = entries;
    await expect.poll(() => answeredBy(first)).toBeGreaterThan(100);
    await first?.end("SIGKILL");
    const before = answeredBy(second);
    await expect.poll(() => answeredBy(second)).toBeGreaterThan(before + 100);
    const { said } = await loaded;
    console.log(`killed under load: ${/\d+ requests in .+/u.exec(said)?.[0]}, none failed`);
    expect(said).not.toMatch(/Non-2xx|Socket errors/u);
    expect(Number(/(\d+) requests in/u.exec(said)?.[1])).toBeGreaterThan(200);
  });
});

function answeredBy(entry: NodeEntry | undefined): number {
  return entry?.log.filter(({ msg }) => msg === "answered").length ?? 0;
}

test("nginx logs neither addresses nor queries", () => {
  const log = readFileSync(join(proxy.folder, "requests.log"), "utf8").trim().split("\n");
  expect(log.length).toBeGreaterThan(100);
  for (const line of log.slice(0, 50)) {
    const { upstream, ...told } = JSON.parse(line) as { upstream: string };
    expect(upstream).toMatch(/^127\.0\.0\.1:|^$/u);
    expect(JSON.stringify(told)).not.toMatch(/127\.0\.0\.|memory_mb/u);
  }
});
