import { describe, expect, test } from "vitest";
import { negotiate } from "../../worker/http/accept.ts";
import { clientKey } from "../../worker/http/client-key.ts";
import type { RateLimiter } from "../../worker/platform.ts";
import { LAMBDA, LAMBDA_BODY, LAMBDA_QUESTION, posted, testApp } from "./_app.ts";

const EXPORT_QUESTION = `/api/v1/calculator/export_csv?${new URLSearchParams({
  lambda_config: LAMBDA_BODY,
  vm_configs: JSON.stringify([{ provider: "aws_ec2", instance_type: "t3.small" }]),
}).toString()}`;

describe("content negotiation", () => {
  test.each([
    [null, "application/json"],
    ["*/*", "application/json"],
    ["application/json", "application/json"],
    ["text/csv", "text/csv"],
    ["text/csv;q=0.5, application/json;q=0.4", "text/csv"],
    ["application/*", "application/json"],
    ["text/*;q=0.9, application/json;q=0.1", "text/csv"],
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json"],
    ["*/*;q=0.1, application/json;q=0", "text/csv"],
    ["TEXT/CSV", "text/csv"],
    ["application/json;q=0, text/csv;q=0", null],
    ["image/png", null],
    ["nonsense", null],
    ["application/json;q=2", null],
  ])("%s is answered with %s", (accept, expected) => {
    expect(negotiate(accept, ["application/json", "text/csv"])).toBe(expected);
  });

  test("is refused with what there is when nothing fits", async () => {
    const { get } = testApp();
    const response = await get("/api/v1/catalog", { accept: "image/svg+xml" });
    expect(response.status).toBe(406);
    expect(await response.json()).toMatchObject({ detail: "this can be had as application/json" });
    const chart = await get("/api/v1/chart.svg", { accept: "application/json" });
    expect(await chart.json()).toMatchObject({ detail: "this can be had as image/svg+xml" });
  });

  test.each([
    [LAMBDA_QUESTION, "text/html", "application/json"],
    [LAMBDA_QUESTION, "application/json;q=0", "application/json"],
    [EXPORT_QUESTION, "application/json", "text/csv; charset=utf-8"],
  ])("is not asked of clients of the old calculator: %s with %s", async (path, accept, type) => {
    const response = await testApp().get(path, { accept });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
  });

  test("reads no more of a header than a header has", () => {
    const accept = `${"a/b;q=0.1,".repeat(100_000)}application/json`;
    const started = performance.now();
    expect(negotiate(accept, ["application/json"])).toBe(null);
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe("HEAD", () => {
  test.each([LAMBDA_QUESTION, "/api/v1/catalog", "/health", "/", "/api/v1/nothing", LAMBDA])(
    "%s has the headers of GET and no body",
    async (path) => {
      const now = () => new Date("2026-11-25T00:00:00Z");
      const { get, fetch } = testApp({}, { now });
      const [head, whole] = [await fetch(path, { method: "HEAD" }), await get(path)];
      expect(head.status).toBe(whole.status);
      expect(await head.text()).toBe("");
      const changing = new Set([
        "x-request-id",
        "traceresponse",
        "server-timing",
        "content-length",
      ]);
      const lasting = (response: Response) =>
        [...response.headers].filter(([name]) => !changing.has(name));
      expect(lasting(head)).toEqual(lasting(whole));
      const bytes = (await whole.arrayBuffer()).byteLength;
      expect(head.headers.get("content-length")).toBe(String(bytes));
    },
  );
});

describe("a page's name with a slash behind it", () => {
  test.each([
    ["/docs/", "/docs"],
    ["/docs/ja/?a=1", "/docs/ja?a=1"],
    ["/elements.html/", "/elements.html"],
  ])("%s leads to %s", async (path, page) => {
    const response = await testApp().get(path);
    expect(response.status).toBe(307);
    expect(response.headers.get("location")).toBe(page);
  });

  test.each(["/nothing/", "/docs//", "//docs/", "/%2fdocs/", "//example.com/", "/docs/%2e%2e/"])(
    "%s leads nowhere",
    async (path) => {
      const { fetch } = testApp();
      const response = await fetch(`http://host${path}`);
      expect(response.headers.get("location")).toBe(null);
    },
  );
});

describe("a request's id", () => {
  test("is the caller's, in the answer and in the log", async () => {
    const { get, answered } = testApp();
    const response = await get("/health", { "x-request-id": "order-66.a:b/c+d=" });
    expect(response.headers.get("x-request-id")).toBe("order-66.a:b/c+d=");
    expect(answered[0]?.requestId).toBe("order-66.a:b/c+d=");
  });

  test.each(["has space", 'quote"', "<script>", "x".repeat(129), "é", "a\tb"])(
    "is a new one instead of %j",
    async (given) => {
      const { get } = testApp();
      const response = await get("/health", { "x-request-id": given });
      expect(response.headers.get("x-request-id")).toMatch(
        /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u,
      );
    },
  );

  test("is there on errors and files, too", async () => {
    const { get } = testApp();
    for (const path of ["/", "/nothing", "/api/v1/nothing", LAMBDA]) {
      expect((await get(path)).headers.get("x-request-id")).toBeTruthy();
    }
  });
});

describe("a trace", () => {
  const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  test("goes on with the caller's id and flags, under a span of its own", async () => {
    const { get, answered } = testApp();
    const response = await get("/health", { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` });
    const told = response.headers.get("traceresponse") ?? "";
    expect(told).toMatch(new RegExp(`^00-${TRACE}-[\\da-f]{16}-01$`, "u"));
    expect(told).not.toContain("00f067aa0ba902b7");
    expect(answered[0]?.traceId).toBe(TRACE);
  });

  test.each([
    "",
    "nonsense",
    `00-${TRACE}`,
    `00-${"0".repeat(32)}-00f067aa0ba902b7-01`,
    `00-${TRACE}-${"0".repeat(16)}-01`,
    `ff-${TRACE}-00f067aa0ba902b7-01`,
    `00-${TRACE.toUpperCase()}-00f067aa0ba902b7-01`,
    `00-${TRACE}-00f067aa0ba902b7-01x`,
  ])("begins anew instead of %s", async (given) => {
    const response = await testApp().get("/health", { traceparent: given });
    expect(response.headers.get("traceresponse")).toMatch(
      /^00-(?!4bf92)[\da-f]{32}-[\da-f]{16}-00$/u,
    );
  });
});

test("an answer says how long it took", async () => {
  const response = await testApp().get(LAMBDA_QUESTION);
  expect(response.headers.get("server-timing")).toMatch(/^app;dur=\d+\.\d$/u);
});

describe("cross-origin requests", () => {
  const FOREIGN = { origin: "https://foreign.example" };
  const LISTED = { origin: "https://listed.example" };
  const PREFLIGHT = {
    "access-control-request-method": "POST",
    "access-control-request-headers": "content-type",
  };

  test("of the API are for nobody unless somebody is listed", async () => {
    const { get, fetch } = testApp();
    const response = await get(LAMBDA_QUESTION, FOREIGN);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("vary")).toBeNull();
    const preflight = await fetch(LAMBDA, {
      method: "OPTIONS",
      headers: { ...FOREIGN, ...PREFLIGHT },
    });
    expect(preflight.status).toBe(204);
    expect(
      [...preflight.headers.keys()].filter((name) => name.startsWith("access-control")),
    ).toEqual([]);
  });

  test("of the API are for those who are listed, and every answer says that it depends on them", async () => {
    const { get, fetch } = testApp({ CORS_ORIGINS: "https://listed.example,https://too.example" });
    for (const path of [LAMBDA_QUESTION, LAMBDA, "/api/v1/nothing"]) {
      const own = await get(path, LISTED);
      expect(own.headers.get("access-control-allow-origin")).toBe("https://listed.example");
      expect(own.headers.get("access-control-expose-headers")).toContain("x-request-id");
      // The name of a CSV file.
      expect(own.headers.get("access-control-expose-headers")).toContain("content-disposition");
      expect(own.headers.get("access-control-allow-credentials")).toBeNull();
      expect(own.headers.get("vary")).toBe("origin");
      for (const other of [
        FOREIGN,
        { origin: "null" },
        { origin: "https://listed.example.evil" },
        {},
      ]) {
        const response = await get(path, other);
        expect(response.headers.get("access-control-allow-origin")).toBeNull();
        expect(response.headers.get("vary")).toBe("origin");
      }
    }
    const preflight = await fetch(LAMBDA, {
      method: "OPTIONS",
      headers: { ...LISTED, ...PREFLIGHT },
    });
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      allow: "GET, POST, HEAD, OPTIONS",
      "access-control-allow-origin": "https://listed.example",
      "access-control-allow-methods": "GET, POST, HEAD, OPTIONS",
      "access-control-allow-headers": expect.stringContaining("content-type"),
      "access-control-max-age": "7200",
      vary: "origin",
    });
  });

  test("of the API are for all where all are listed", async () => {
    const { get } = testApp({ CORS_ORIGINS: "*" });
    const response = await get(LAMBDA_QUESTION, FOREIGN);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("vary")).toBeNull();
  });

  test("of the page's scripts and the rate cards are for all, of the page for nobody", async () => {
    const { get } = testApp();
    const open = await get("/rate-cards/aws/us-east-1.json", FOREIGN);
    expect(open.headers.get("access-control-allow-origin")).toBe("*");
    expect((await get("/", FOREIGN)).headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("security headers", () => {
  const SECURE = { client: "", scheme: "https", isProxied: true } as const;

  test("let a page load only what is its own, and no answer of the API be one", async () => {
    const { fetch } = testApp();
    const page = await fetch("/", {}, SECURE);
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain("unsafe");
    for (const path of [LAMBDA_QUESTION, LAMBDA, "/api/v1/nothing", "/health"]) {
      const answer = await fetch(path, {}, SECURE);
      expect(answer.headers.get("content-security-policy")).toBe(
        "default-src 'none'; frame-ancestors 'none'",
      );
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    }
    for (const name of ["permissions-policy", "referrer-policy", "x-content-type-options"]) {
      expect(page.headers.get(name), name).toBeTruthy();
    }
  });

  test("promise HTTPS only over HTTPS", async () => {
    const { fetch } = testApp();
    for (const path of ["/", LAMBDA_QUESTION]) {
      const overHttps = await fetch(path, {}, SECURE);
      expect(overHttps.headers.get("strict-transport-security")).toBe("max-age=31536000");
      const overHttp = await fetch(path);
      expect(overHttp.headers.get("strict-transport-security")).toBeNull();
    }
  });

  test("name who may frame the page", async () => {
    const { get } = testApp({ FRAME_ANCESTORS: "'self' https://wiki.example" });
    const policy = (await get("/")).headers.get("content-security-policy");
    expect(policy).toContain("frame-ancestors 'self' https://wiki.example");
  });

  test("are left to somebody else when turned off, but for sniffing", async () => {
    const { fetch } = testApp({ SECURE_HEADERS: "false" });
    for (const path of ["/", LAMBDA_QUESTION]) {
      const { headers } = await fetch(path, {}, SECURE);
      expect(headers.get("content-security-policy")).toBeNull();
      expect(headers.get("strict-transport-security")).toBeNull();
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });
});

describe("HTTP behind a trusted proxy", () => {
  const PROXIED = { client: "", scheme: "http", isProxied: true } as const;
  const WITH_HOST = { headers: { host: "costs.example" } };

  test("is sent on to HTTPS, method and all", async () => {
    const { fetch } = testApp();
    const response = await fetch(LAMBDA_QUESTION, WITH_HOST, PROXIED);
    expect(response.status).toBe(308);
    expect(response.headers.get("location")).toBe(`https://costs.example${LAMBDA_QUESTION}`);
  });

  test.each(["costs.example/evil", "a b", "costs.example\\@evil", "@evil.example"])(
    "is not sent to where %s leads",
    async (host) => {
      const { fetch } = testApp();
      const response = await fetch("/", { headers: { host } }, PROXIED);
      expect(response.status).toBe(400);
      expect(response.headers.get("location")).toBeNull();
    },
  );

  test("is answered where the balancer asks for health, and when it is not to be secured", async () => {
    expect((await testApp().fetch("/health", WITH_HOST, PROXIED)).status).toBe(200);
    const open = testApp({ SECURE_HEADERS: "false" });
    expect((await open.fetch(LAMBDA_QUESTION, WITH_HOST, PROXIED)).status).toBe(200);
  });
});

describe("limits", () => {
  test("a target is at most 16384 characters", async () => {
    const { get } = testApp();
    const response = await get(`${LAMBDA_QUESTION}&x=${"y".repeat(17_000)}`);
    expect(response.status).toBe(414);
    expect(await response.json()).toMatchObject({ instance: "/", status: 414 });
    expect((await get(`${LAMBDA_QUESTION}&x=${"y".repeat(16_000)}`)).status).toBe(200);
  });

  test.each(["gzip", "br", "deflate, gzip", "zstd"])(
    "a body is not compressed: %s",
    async (encoding) => {
      const { fetch } = testApp();
      const response = await fetch(LAMBDA, posted(LAMBDA_BODY, { "content-encoding": encoding }));
      expect(response.status).toBe(415);
      expect(response.headers.get("accept-encoding")).toBe("identity");
    },
  );

  test("names of the language's own objects are only names", async () => {
    const { fetch, get } = testApp();
    const body = `{"__proto__":{"memory_mb":512},"constructor":{"prototype":{"x":1}},${LAMBDA_BODY.slice(1)}`;
    expect((await fetch(LAMBDA, posted(body))).status).toBe(200);
    const inherited = `{"__proto__":${LAMBDA_BODY}}`;
    expect((await fetch(LAMBDA, posted(inherited))).status).toBe(400);
    expect((await get(`${LAMBDA}?__proto__=${LAMBDA_BODY}`)).status).toBe(400);
    expect(
      (await get(`${LAMBDA_QUESTION}&__proto__[x]=1&custom_egress_rates={"__proto__":{"x":1}}`))
        .status,
    ).toBeLessThan(500);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
    expect(({} as Record<string, unknown>)["memory_mb"]).toBeUndefined();
  });

  test("texts that some patterns would take for ever to read take no time", async () => {
    const { fetch, get } = testApp();
    const long = "1".repeat(20_000);
    const shapes = [
      `${long}e`,
      `${" ".repeat(20_000)}x`,
      `${"a-".repeat(10_000)}!`,
      `${"0".repeat(20_000)}.`,
    ];
    const started = performance.now();
    for (const shape of shapes) {
      const body = JSON.stringify({
        memory_mb: shape,
        execution_time_seconds: shape,
        region: shape,
      });
      expect((await fetch(LAMBDA, posted(body))).status).toBe(400);
      const headers = {
        accept: shape.slice(0, 8000),
        "x-request-id": shape.slice(0, 8000),
        traceparent: shape.slice(0, 8000),
        "if-none-match": shape.slice(0, 8000),
        "accept-encoding": shape.slice(0, 8000),
      };
      await get(LAMBDA_QUESTION, headers);
      await get(`/${encodeURIComponent(shape.slice(0, 5000))}`, headers);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test("what a request says is not reflected but as JSON", async () => {
    const { get } = testApp();
    const script = "<script>alert(1)</script>";
    for (const path of [`/api/v1/${script}`, `/${script}`, `${LAMBDA_QUESTION}&region=${script}`]) {
      const response = await get(path);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    }
  });
});

/** A limiter that counts in this process. */
function countingLimiter(limit: number): RateLimiter & { readonly clients: string[] } {
  const clients: string[] = [];
  return {
    clients,
    take: (client) => {
      clients.push(client);
      const used = clients.filter((other) => other === client).length;
      const remaining = Math.max(0, limit - used);
      return Promise.resolve({ isExceeded: used > limit, remaining, resetSeconds: 42 });
    },
  };
}

describe("the rate limit", () => {
  test("tells how the client stands, and when to come again", async () => {
    const { get, answered } = testApp({ RATE_LIMIT: "2" }, { limiter: countingLimiter(2) });
    const first = await get(LAMBDA_QUESTION);
    expect(first.headers.get("ratelimit-policy")).toBe('"client";q=2;w=60');
    expect(first.headers.get("ratelimit")).toBe('"client";r=1;t=42');
    await get(LAMBDA_QUESTION);
    const refused = await get(LAMBDA_QUESTION);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("42");
    expect(refused.headers.get("ratelimit")).toBe('"client";r=0;t=42');
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect(await refused.json()).toMatchObject({
      type: "urn:cost-simulator:problem:too-many-requests",
      status: 429,
    });
    expect(answered.map(({ isLimited }) => isLimited)).toEqual([false, false, true]);
  });

  test("counts each client by itself, and wrong requests too", async () => {
    const limiter = countingLimiter(1);
    const { fetch } = testApp({}, { limiter });
    for (const client of ["192.0.2.1", "192.0.2.2"]) {
      expect((await fetch(LAMBDA_QUESTION, {}, { client })).status).toBe(200);
    }
    expect((await fetch("/api/v1/nothing", {}, { client: "192.0.2.1" })).status).toBe(429);
  });

  test("does not count health, files and preflights", async () => {
    const limiter = countingLimiter(0);
    const { get, fetch } = testApp({ CORS_ORIGINS: "*" }, { limiter });
    expect((await get("/health")).status).toBe(200);
    expect((await get("/")).status).toBe(200);
    expect((await fetch(LAMBDA, { method: "OPTIONS" })).status).toBe(204);
    expect(limiter.clients).toEqual([]);
  });

  test("is off at zero", async () => {
    const { get } = testApp({ RATE_LIMIT: "0" }, { limiter: countingLimiter(0) });
    const response = await get(LAMBDA_QUESTION);
    expect(response.status).toBe(200);
    expect(response.headers.get("ratelimit-policy")).toBeNull();
  });

  test.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["", ""],
  ])("counts %s as %s", (address, key) => {
    expect(clientKey(address)).toBe(key);
  });
});

describe("what is noted of a request", () => {
  test("is its route and never its path, its query or who sent it", async () => {
    const { fetch, answered } = testApp();
    const scope = { client: "203.0.113.9" };
    await fetch(`${LAMBDA_QUESTION}&secret=my-token`, {}, scope);
    await fetch("/api/v1/catalog/oci/ap-tokyo-1", {}, scope);
    await fetch("/somebody@example.com", {}, scope);
    await fetch("/", {}, scope);
    await fetch(LAMBDA, { method: "BREW" }, scope);
    expect(answered.map(({ method, route, status }) => [method, route, status])).toEqual([
      ["GET", LAMBDA, 200],
      ["GET", "/api/v1/catalog/:provider/:region", 200],
      ["GET", "none", 404],
      ["GET", "file", 200],
      ["OTHER", "none", 405],
    ]);
    expect(JSON.stringify(answered)).not.toMatch(/my-token|203\.0\.113|somebody/u);
  });

  test("is an error's whole story, of which the client is told nothing", async () => {
    const { get, failed } = testApp(
      {},
      {
        catalog: {
          index: () => Promise.reject(new Error("disk /secret/path is broken")),
          card: () => Promise.reject(new Error("no")),
        },
      },
    );
    const response = await get(LAMBDA_QUESTION, { "x-request-id": "the-one" });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/secret|disk|at /u);
    expect(String(failed[0]?.error)).toContain("/secret/path");
    expect(failed[0]?.place).toMatchObject({ method: "GET", route: LAMBDA, requestId: "the-one" });
  });
});

describe("health", () => {
  test("turns unready before the process leaves, but stays well", async () => {
    const { get } = testApp(
      {},
      { condition: () => ({ isDraining: true, isStoreReachable: false }) },
    );
    const health = await get("/health");
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({
      status: "healthy",
      draining: true,
      components: { store: "unhealthy" },
    });
    expect((await get("/health?ready")).status).toBe(503);
  });

  test("is ready while nothing is said against it", async () => {
    const { get } = testApp(
      {},
      { condition: () => ({ isDraining: false, isStoreReachable: null }) },
    );
    const response = await get("/health?ready");
    expect(response.status).toBe(200);
    expect(await response.json()).not.toHaveProperty("components.store");
    expect((await testApp().get("/health?ready=1")).status).toBe(200);
  });
});
