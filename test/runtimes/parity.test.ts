import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXAMPLES, initOf, pathOf, queryOf } from "../_requests.ts";
import { allRuntimes, type Runtime } from "../_runtimes.ts";

describe("the platforms answer alike", () => {
  let runtimes: Runtime[] = [];
  beforeAll(async () => {
    runtimes = await allRuntimes();
  });
  afterAll(() => Promise.all(runtimes.map((runtime) => runtime.close())));

  /** The same request to each platform: status, type and body must be the same to the byte. */
  async function expectSame(path: string, init?: RequestInit): Promise<string> {
    const answers = await Promise.all(
      runtimes.map(async ({ name, fetch }) => {
        const response = await fetch(path, init);
        const type = response.headers.get("content-type");
        return { name, status: response.status, type, body: await response.text() };
      }),
    );
    const [reference] = answers;
    for (const { name, ...answer } of answers) {
      expect({ name, ...answer }).toEqual({ ...reference, name });
    }
    return reference?.body ?? "";
  }

  test.each(EXAMPLES)("$method $path gives the same bytes", async (example) => {
    const body = await expectSame(pathOf(example), initOf(example));
    expect(body.length).toBeGreaterThan(20);
  });

  test.each(EXAMPLES.filter(({ method }) => method === "POST"))(
    "$path gives by GET what it gives by POST",
    async (example) => {
      const byPost = await expectSame(example.path, initOf(example));
      const byGet = await expectSame(`${example.path}?${queryOf(example.body ?? {})}`);
      expect(byGet).toBe(byPost);
    },
  );

  test("pictures are the same, whatever their offers are called", async () => {
    const hostile = `"><script>alert('1')</script>&\u0000日本語`;
    const question = {
      workload: { monthly_executions: 5e7, execution_time_ms: 120, memory_mb: 512 },
      offers: [{ kind: "function", provider: "aws_lambda", region: "us-east-1", id: hostile }],
    };
    const picture = await expectSame(`/api/v1/chart.svg?${queryOf(question)}`);
    expect(picture).toContain("&lt;script&gt;");
    expect(picture).not.toContain("<script");
    for (const { name, fetch } of runtimes) {
      const { headers } = await fetch(`/api/v1/chart.svg?${queryOf(question)}`);
      expect(headers.get("content-type"), name).toBe("image/svg+xml");
      expect(headers.get("content-security-policy"), name).toContain("style-src 'sha256-");
      expect(headers.get("cache-control"), name).toBe("public, max-age=60");
    }
  });

  test("a batch that is too much work ends at the same question", async () => {
    const offers = ["aws_lambda", "aws_lambda_edge", "gcp_cloudrun", "azure_functions"].map(
      (provider) => ({ kind: "function", provider, region: "us-east-1" }),
    );
    const map = {
      calculation: "decision-map",
      body: {
        workload: { monthly_executions: 1e6, execution_time_ms: 100, memory_mb: 512 },
        offers,
        execution_times: { min: 10, max: 1000, columns: 100 },
      },
    };
    const answer = await expectSame("/api/v1/batch", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ items: Array.from({ length: 300 }, () => map) }),
    });
    expect(answer).toContain('"answered":251,"failed":49');
  }, 120_000);

  test("errors are the same too", async () => {
    await expectSame("/api/v1/nothing-here");
    await expectSame("/no-such-file.html");
    await expectSame("/api/v1/calculator/lambda");
    await expectSame("/api/v1/calculator/lambda", { method: "DELETE" });
    await expectSame("/api/v1/calculator/vm?provider=azure&instance_type=__proto__");
  });

  test("a byte order mark before a body is passed over", async () => {
    const body = await expectSame("/api/v1/calculator/currency/convert", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '\uFEFF{"amount":1}',
    });
    expect(body).toContain('"success":true');
  });

  test("each is healthy and says the same version", async () => {
    for (const { name, fetch } of runtimes) {
      const response = await fetch("/health");
      expect(response.status, name).toBe(200);
      expect(await response.json(), name).toMatchObject({
        status: "healthy",
        version: expect.stringMatching(/^\d+\.\d+\.\d+/u),
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
        components: {
          lambda_calculator: "healthy",
          vm_calculator: "healthy",
          egress_calculator: "healthy",
          catalog: "healthy",
        },
      });
    }
  });

  test("each serves the page, its API document and the rate cards", async () => {
    for (const { name, fetch } of runtimes.filter((runtime) => runtime.name !== "in-process")) {
      const page = await fetch("/");
      expect(page.status, name).toBe(200);
      expect(page.headers.get("content-type"), name).toMatch(/^text\/html/u);
      expect(page.headers.get("content-security-policy"), name).toContain("default-src 'self'");
      const document = await fetch("/openapi.json");
      expect(document.headers.get("content-type"), name).toMatch(/^application\/json/u);
      expect(await document.json(), name).toMatchObject({ openapi: "3.1.0" });
      const reference = await fetch("/docs");
      expect(reference.headers.get("content-type"), name).toMatch(/^text\/html/u);
      expect(await reference.text(), name).toContain('id="calculatorLambda"');
      expect(await (await fetch("/docs/ja")).text(), name).toContain('<html lang="ja">');
      const schema = await fetch("/schemas/v1/compare-request.json");
      expect(schema.headers.get("access-control-allow-origin"), name).toBe("*");
      const card = await fetch("/rate-cards/aws/ap-northeast-1.json");
      expect(card.headers.get("access-control-allow-origin"), name).toBe("*");
      expect(await card.json(), name).toMatchObject({ region: "ap-northeast-1" });
    }
  });

  test("HEAD answers as GET does, without a body", async () => {
    for (const { name, fetch } of runtimes) {
      const path = "/api/v1/calculator/serverless/providers";
      const [head, get] = [await fetch(path, { method: "HEAD" }), await fetch(path)];
      expect(head.status, name).toBe(200);
      expect(head.headers.get("content-type"), name).toBe(get.headers.get("content-type"));
      expect(await head.text(), name).toBe("");
      const bytes = new TextEncoder().encode(await get.text()).length;
      expect(bytes, name).toBeGreaterThan(0);
      expect([null, String(bytes)], name).toContain(head.headers.get("content-length"));
    }
  });

  // Before workerd stands a proxy, here the development one, which makes the URL by itself.
  test("a Host header cannot lead a request to another path", async () => {
    const servers = runtimes.filter(({ name }) => name === "node" || name === "deno");
    expect(servers).toHaveLength(2);
    for (const { name, url } of servers) {
      for (const host of ["a/health?", "a b", "[::1", "a\\health"]) {
        const { status, body } = await withHost(url, host);
        expect(status, `${name} ${host}`).toBeLessThan(500);
        expect(body, `${name} ${host}`).not.toContain("lambda_calculator");
      }
    }
  });

  test("what the build leaves for servers is not served, and no badly encoded path", async () => {
    for (const path of ["/_headers", "/index.html.br", "/index.html.gz", "/%E0", "/%00"]) {
      await expectSame(path);
    }
  });

  test("a body over the limit is refused, declared or streamed", async () => {
    const huge = `{"memory_mb": 512, "padding": "${"x".repeat(70_000)}"}`;
    for (const { name, fetch } of runtimes) {
      const headers = { "content-type": "application/json" };
      const path = "/api/v1/calculator/lambda";
      const declared = await fetch(path, { method: "POST", headers, body: huge });
      expect(declared.status, name).toBe(413);
      const streamed = await fetch(path, {
        method: "POST",
        headers,
        body: new Blob([huge]).stream(),
        duplex: "half",
      } as RequestInit);
      expect(streamed.status, name).toBe(413);
    }
  });
});

/** A request whose Host header is this text, which `fetch` would not send. */
function withHost(url: string, host: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const path = "/api/v1/calculator/currency/convert?amount=1";
    const sent = httpRequest(`${url}${path}`, { headers: { host } }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => {
        body += chunk.toString();
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.once("error", reject);
    sent.end();
  });
}
