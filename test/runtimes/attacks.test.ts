import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeEntry, rawConnection, type NodeEntry } from "./_node-entry.ts";

const LAMBDA = "/api/v1/calculator/lambda";
const QUESTION = `${LAMBDA}?memory_mb=512&execution_time_seconds=1&monthly_executions=1000`;
const BODY = '{"memory_mb":512,"execution_time_seconds":1,"monthly_executions":1000}';
const POST_HEAD = `POST ${LAMBDA} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n`;

let server: NodeEntry;
beforeAll(async () => {
  server = await nodeEntry({
    TIMEOUT: "2",
    KEEP_ALIVE: "2",
    CORS_ORIGINS: "https://listed.example",
  });
});
afterAll(() => server.end());

/** Sends bytes and waits for the server to close the connection. */
async function sentRaw(text: string): Promise<string> {
  const connection = await rawConnection(server.port);
  connection.send(text);
  return connection.closed;
}

/** After whatever was done to it the server must answer as before. */
async function expectWell(): Promise<void> {
  const response = await fetch(server.url + QUESTION);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ success: true });
}

describe("a client that takes its time is not waited for", () => {
  test.each([
    ["sends nothing", ""],
    ["stops in its request line", "GET /health HT"],
    ["stops in its headers", "GET /health HTTP/1.1\r\nhost: x\r\nx-slow: "],
    ["stops in its body", `${POST_HEAD}content-length: 70\r\n\r\n{"memory_mb":`],
    ["stops in a chunk", `${POST_HEAD}transfer-encoding: chunked\r\n\r\n20\r\n{"memory_mb":`],
  ])("when it %s", async (_what, text) => {
    const answer = await sentRaw(text);
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/u);
    await expectWell();
  });

  test("when it sends a byte now and then", async () => {
    const connection = await rawConnection(server.port);
    connection.send("GET /health HTTP/1.1\r\nhost: x\r\n");
    const dripping = setInterval(() => connection.send("x: y\r\n"), 100);
    expect(await connection.closed).toMatch(/^HTTP\/1\.1 408 /u);
    clearInterval(dripping);
  });

  test("when it is idle after an answer", async () => {
    const connection = await rawConnection(server.port);
    connection.send("GET /health HTTP/1.1\r\nhost: x\r\n\r\n");
    const answer = await connection.closed;
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/u);
    expect(answer).toMatch(/keep-alive: timeout=2\r\n/iu);
  });
});

describe("a body that is too large", () => {
  test("is refused by its declared length, before it is sent", async () => {
    const connection = await rawConnection(server.port);
    connection.send(`${POST_HEAD}content-length: 10000000000\r\n\r\n`);
    const answer = await connection.until(/too-large[^]*\}$/u);
    expect(answer).toMatch(/^HTTP\/1\.1 413 [^]*connection: close/iu);
    await connection.closed;
  });

  test("is refused when it grows, and its sender cut off when it goes on", async () => {
    const connection = await rawConnection(server.port);
    connection.send(`${POST_HEAD}transfer-encoding: chunked\r\n\r\n`);
    const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
    const sending = setInterval(() => connection.send(chunk), 1);
    const answer = await connection.closed;
    clearInterval(sending);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /u);
    await expectWell();
  });

  test("is not asked for where the client asks first", async () => {
    const connection = await rawConnection(server.port);
    connection.send(`${POST_HEAD}expect: 100-continue\r\ncontent-length: 100000\r\n\r\n`);
    expect(await connection.closed).toMatch(/^HTTP\/1\.1 413 /u);
  });

  test("is asked for where it is not too large", async () => {
    const connection = await rawConnection(server.port);
    connection.send(
      `${POST_HEAD}expect: 100-continue\r\nconnection: close\r\ncontent-length: ${BODY.length}\r\n\r\n`,
    );
    await connection.until(/^HTTP\/1\.1 100 Continue\r\n\r\n/u);
    connection.send(BODY);
    expect(await connection.closed).toMatch(/HTTP\/1\.1 200 OK\r\n/u);
  });
});

describe("a request that two servers could read differently is refused", () => {
  const SMUGGLED = "GET /health HTTP/1.1\r\nhost: x\r\n\r\n";
  test.each([
    [
      "a length and chunks",
      `${POST_HEAD}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
    ],
    [
      "chunks and a length",
      `${POST_HEAD}transfer-encoding: chunked\r\ncontent-length: 5\r\n\r\n0\r\n\r\n${SMUGGLED}`,
    ],
    ["two lengths", `${POST_HEAD}content-length: 0\r\ncontent-length: 43\r\n\r\n${SMUGGLED}`],
    ["a list of lengths", `${POST_HEAD}content-length: 0, 43\r\n\r\n${SMUGGLED}`],
    ["a signed length", `${POST_HEAD}content-length: +0\r\n\r\n${SMUGGLED}`],
    ["a negative length", `${POST_HEAD}content-length: -1\r\n\r\n${SMUGGLED}`],
    ["a length that is no number", `${POST_HEAD}content-length: 0x10\r\n\r\n${SMUGGLED}`],
    ["an unknown coding", `${POST_HEAD}transfer-encoding: xchunked\r\n\r\n${SMUGGLED}`],
    [
      "chunks before another coding",
      `${POST_HEAD}transfer-encoding: chunked, identity\r\n\r\n${SMUGGLED}`,
    ],
    [
      "a space before the colon",
      `${POST_HEAD}transfer-encoding : chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
    ],
    [
      "a chunk's size that is no number",
      `${POST_HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n${SMUGGLED}`,
    ],
    [
      "a chunk's size beyond all numbers",
      `${POST_HEAD}transfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\n${SMUGGLED}`,
    ],
    [
      "a header that is folded",
      `GET /health HTTP/1.1\r\nhost: x\r\nx: a\r\n b\r\nbad header\r\n\r\n${SMUGGLED}`,
    ],
    ["a bare carriage return", `GET /health HTTP/1.1\r\nhost: x\rx: y\r\n\r\n${SMUGGLED}`],
    ["a zero byte", `GET /health HTTP/1.1\r\nhost: x\r\nx: a\0b\r\n\r\n${SMUGGLED}`],
    ["no host", `GET /health HTTP/1.1\r\n\r\n${SMUGGLED}`],
    ["two hosts", `GET /health HTTP/1.1\r\nhost: x\r\nhost: y\r\n\r\n${SMUGGLED}`],
    ["another protocol", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["no protocol", `GET /health\r\n\r\n${SMUGGLED}`],
  ])("for %s", async (_what, text) => {
    const answer = await sentRaw(text);
    expect(answer.match(/HTTP\/1\.1 \d{3}/gu) ?? []).toEqual(["HTTP/1.1 400"]);
    expect(answer).not.toContain("lambda_calculator");
  });

  test("requests one after another are answered in their order", async () => {
    const connection = await rawConnection(server.port);
    connection.send(
      `${POST_HEAD}content-length: ${BODY.length}\r\n\r\n${BODY}` +
        "HEAD /health HTTP/1.1\r\nhost: x\r\n\r\n" +
        "GET /nothing HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
    );
    const statuses = (await connection.closed).match(/HTTP\/1\.1 \d{3}/gu);
    expect(statuses).toEqual(["HTTP/1.1 200", "HTTP/1.1 200", "HTTP/1.1 404"]);
  });
});

describe("a head beyond its limits is refused", () => {
  test.each([
    ["one header of 40,000 bytes", `x: ${"y".repeat(40_000)}\r\n`, 431],
    ["headers of 40,000 bytes", `x: ${"y".repeat(400)}\r\n`.repeat(100), 431],
    ["101 headers", "x: y\r\n".repeat(100), 431],
  ])("%s", async (_what, headers, status) => {
    const answer = await sentRaw(`GET /health HTTP/1.1\r\nhost: x\r\n${headers}\r\n`);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, "u"));
  });

  test("99 headers are not too many", async () => {
    const answer = await sentRaw(
      `GET /health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${"x: y\r\n".repeat(97)}\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 /u);
  });

  test("a target of 20,000 characters", async () => {
    const answer = await sentRaw(
      `GET /${"x".repeat(20_000)} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 414 /u);
  });
});

test("a fragment is no part of the question", async () => {
  const answer = await sentRaw(
    `GET ${QUESTION}#part HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 /u);
});

describe("no path leads out of the page's folder", () => {
  test.each([
    "/../package.json",
    "/../../etc/passwd",
    "/..%2fpackage.json",
    "/%2e%2e/package.json",
    "/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "/..%5cpackage.json",
    "/..\\package.json",
    "/assets/../../package.json",
    "/assets/%2e%2e/%2e%2e/package.json",
    "//etc/passwd",
    "/%00/../package.json",
    "/index.html%00.js",
    "/.assetsignore",
    "/_headers",
    "/index.html.br",
    "/assets",
    "/assets/",
    "http://evil.example/../package.json",
    "file:///etc/passwd",
  ])("%s", async (target) => {
    const answer = await sentRaw(`GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /u);
    expect(answer).not.toMatch(/root:|"dependencies"|content-encoding/u);
  });
});

test.each([
  ["TRACE", /^HTTP\/1\.1 40[05] /u],
  ["TRACK", /^HTTP\/1\.1 400 /u],
  ["PROPFIND", /^HTTP\/1\.1 405 /u],
  ["BREW", /^HTTP\/1\.1 400 /u],
])("%s is not answered with anything of the request", async (method, expected) => {
  const answer = await sentRaw(
    `${method} ${LAMBDA} HTTP/1.1\r\nhost: x\r\nx-secret: cookie\r\nconnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(expected);
  expect(answer).not.toContain("cookie");
});

test("CONNECT opens no way to anywhere", async () => {
  const answer = await sentRaw("CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example\r\n\r\n");
  expect(answer).not.toMatch(/^HTTP\/1\.1 200/u);
});

test("an upgrade is not taken up", async () => {
  const answer = await sentRaw(
    "GET /health HTTP/1.1\r\nhost: x\r\nconnection: upgrade, close\r\nupgrade: h2c\r\n\r\n",
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK/u);
});

test("an expectation that nobody knows is refused", async () => {
  const answer = await sentRaw(
    "GET /health HTTP/1.1\r\nhost: x\r\nexpect: a miracle\r\nconnection: close\r\n\r\n",
  );
  expect(answer).toMatch(/^HTTP\/1\.1 417 /u);
});

test("nothing of a request becomes a header of the answer", async () => {
  const injected = "%0d%0aset-cookie:%20stolen=1%0d%0a%0d%0a";
  for (const path of [
    `/${injected}`,
    `/api/v1/${injected}`,
    `${QUESTION}&region=${injected}`,
    `/rate-cards/aws/${injected}.json`,
  ]) {
    const answer = await sentRaw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    const [head = ""] = answer.split("\r\n\r\n", 1);
    expect(head.toLowerCase()).not.toContain("\r\nset-cookie");
  }
});

test("another site's page may not read the API, whatever it says it is", async () => {
  for (const origin of [
    "https://evil.example",
    "null",
    "https://listed.example.evil.example",
    "https://listed.example@evil.example",
    "HTTPS://LISTED.EXAMPLE",
    "http://listed.example",
    "*",
  ]) {
    const response = await fetch(server.url + QUESTION, { headers: { origin } });
    expect(response.headers.get("access-control-allow-origin"), origin).toBeNull();
  }
});

test("clients that go away in the middle leave nothing behind", async () => {
  for (let count = 0; count < 50; count += 1) {
    const connection = await rawConnection(server.port);
    connection.send(`${POST_HEAD}content-length: 70\r\n\r\n{"memory`);
    connection.socket.destroy();
    await connection.closed;
  }
  await expectWell();
  expect(server.log.filter(({ level }) => level === "error")).toEqual([]);
});

test("10,000 idle connections do not keep others from their answers, and are ended", async () => {
  const patient = await nodeEntry({ KEEP_ALIVE: "60", METRICS_TOKEN: "t".repeat(16) });
  const idle: Promise<string>[] = [];
  for (let batch = 0; batch < 100; batch += 1) {
    const connections = await Promise.all(
      Array.from({ length: 100 }, () => rawConnection(patient.port)),
    );
    for (const { send } of connections) send("GET /nothing HTTP/1.1\r\nhost: x\r\n\r\n");
    await Promise.all(connections.map(({ until }) => until(/^HTTP\/1\.1 404 /u)));
    idle.push(...connections.map(({ closed }) => closed));
  }
  const headers = { authorization: `Bearer ${"t".repeat(16)}` };
  const open = async () => {
    const text = await (await fetch(`${patient.url}/metrics`, { headers })).text();
    return Number(/^http_connections (\d+)$/mu.exec(text)?.[1]);
  };
  expect(await open()).toBeGreaterThanOrEqual(10_000);
  expect((await fetch(patient.url + QUESTION)).status).toBe(200);
  await Promise.all(idle);
  expect(await open()).toBeLessThan(100);
  expect(await patient.end()).toBe(0);
}, 240_000);
