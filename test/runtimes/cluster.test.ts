import { execFileSync } from "node:child_process";
import {
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { describe, expect, test, vi } from "vitest";
import { FileLines } from "../../worker/node/file-lines.ts";
import { openLogFile } from "../../worker/node/log-file.ts";
import { openLog } from "../../worker/node/log.ts";
import { QUESTION, startLoad } from "./_load.ts";
import { failedStart, nodeEntry, rawConnection, startNode, type NodeEntry } from "./_node-entry.ts";

const TOKEN = "0123456789abcdef";
const AUTHORISED = { headers: { authorization: `Bearer ${TOKEN}` } };

/** The processes that are ready, the first one first. */
function processesOf({ log }: NodeEntry): number[] {
  return log
    .filter(({ msg }) => msg === "a process is ready")
    .map(({ process }) => Number(process));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Starts with so many processes and waits for all of them. */
async function clusterOf(count: number, settings: Record<string, string> = {}): Promise<NodeEntry> {
  const entry = await nodeEntry({ WORKERS: String(count), ...settings });
  await expect.poll(() => processesOf(entry).length, { timeout: 30_000 }).toBe(count);
  return entry;
}

/** The sum of a measure over its series that have this in their labels. */
async function measureOf({ url }: NodeEntry, name: string, label = ""): Promise<number> {
  const text = await (await fetch(`${url}/metrics`, AUTHORISED)).text();
  const lines = text.split("\n").filter((line) => line.startsWith(name) && line.includes(label));
  return lines.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

test("processes that start after the first find what it has compiled", async () => {
  const folder = mkdtempSync(join(tmpdir(), "compiled-"));
  const entry = await nodeEntry({ WORKERS: "2", NODE_COMPILE_CACHE: folder });
  const kept = readdirSync(folder, { recursive: true, withFileTypes: true });
  expect(kept.filter((file) => file.isFile()).length).toBeGreaterThan(100);
  await entry.end();
  rmSync(folder, { recursive: true });
}, 60_000);

describe("a process of several", () => {
  test("that is killed under load is restarted, and only its own requests fail", async () => {
    const entry = await clusterOf(2);
    const load = startLoad(entry.url, 20);
    await load.further(500);
    process.kill(processesOf(entry)[0] ?? 0, "SIGKILL");
    await entry.logged("a process died");
    await expect.poll(() => processesOf(entry).length, { timeout: 30_000 }).toBe(3);
    await load.further(500);
    const { answered, failed } = await load.stop();
    console.log(
      `killed under load: ${failed.length} of ${answered + failed.length} requests failed`,
    );
    expect(answered).toBeGreaterThanOrEqual(1000);
    // Each of the clients has one request on its way, about half of them with that process.
    expect(failed.length).toBeLessThanOrEqual(20);
    expect(new Set(failed)).toEqual(failed.length === 0 ? new Set() : new Set(["ECONNRESET"]));
    expect(await entry.end()).toBe(0);
  }, 90_000);

  test("that dies before it takes a connection leaves nobody waiting", async () => {
    const entry = await clusterOf(2);
    const [stopped = 0] = processesOf(entry);
    process.kill(stopped, "SIGSTOP");
    const outcomes: (number | string)[] = [];
    const asked = Array.from({ length: 4 }, async () => {
      const outcome = await fetch(entry.url + QUESTION).then(
        ({ status }) => status,
        ({ cause }: Error) => String((cause as NodeJS.ErrnoException).code),
      );
      outcomes.push(outcome);
    });
    // It is handed one, and no other before it has taken that.
    await expect.poll(() => outcomes).toEqual([200, 200, 200]);
    process.kill(stopped, "SIGKILL");
    await Promise.all(asked);
    expect(outcomes.at(-1)).toMatch(/ECONNRESET|UND_ERR_SOCKET/u);
    expect(await entry.end()).toBe(0);
  }, 60_000);

  test("is replaced after its requests, all of them one by one, without one that fails, and nothing is lost from the counts", async () => {
    const entry = await clusterOf(2, { MAX_REQUESTS: "300", METRICS_TOKEN: TOKEN });
    const load = startLoad(entry.url, 20);
    const [first = 0, second = 0] = processesOf(entry);
    await expect.poll(() => [first, second].filter(isRunning), { timeout: 60_000 }).toEqual([]);
    // Again and again: two that leave at once send back what they are handed, while no other is free.
    await expect
      .poll(() => processesOf(entry).length, { timeout: 60_000 })
      .toBeGreaterThanOrEqual(12);
    const { answered, failed } = await load.stop();
    expect(failed).toEqual([]);
    const counted = () =>
      measureOf(entry, "http_request_duration_seconds_count", 'route="/api/v1/calculator/lambda"');
    await expect.poll(counted, { timeout: 30_000 }).toBe(answered);
    expect(await entry.end()).toBe(0);
    // The log is written to its end by now.
    const replaced = processesOf(entry).length - 2;
    console.log(`replaced ${replaced} times: 0 of ${answered} requests failed`);
  }, 240_000);

  test("that is silent is killed and replaced", async () => {
    const entry = await clusterOf(2, { TIMEOUT: "2" });
    process.kill(processesOf(entry)[0] ?? 0, "SIGSTOP");
    await entry.logged("a process is silent and is killed");
    await expect.poll(() => processesOf(entry).length, { timeout: 30_000 }).toBe(3);
    expect(await entry.end()).toBe(0);
  }, 90_000);

  test("that starts among many is not taken for silent, however short TIMEOUT is", async () => {
    const entry = await clusterOf(24, { TIMEOUT: "1" });
    expect(await entry.end()).toBe(0);
    expect(entry.log.map(({ msg }) => msg)).not.toContain("a process is silent and is killed");
  }, 60_000);

  test("that answered is missed at once, however often and soon it dies", async () => {
    const entry = await clusterOf(2);
    for (let deaths = 1; deaths <= 6; deaths += 1) {
      process.kill(processesOf(entry).at(-1) ?? 0, "SIGKILL");
      await expect.poll(() => processesOf(entry).length, { timeout: 30_000 }).toBe(2 + deaths);
    }
    const pauses = entry.log
      .filter(({ msg }) => msg === "a process died")
      .map(({ pause_ms: pause }) => pause);
    expect(pauses).toEqual([100, 100, 100, 100, 100, 100]);
    expect(await entry.end()).toBe(0);
  }, 90_000);

  test("that cannot be started for want of files is started when there are some", async () => {
    const entry = await clusterOf(2);
    const primary = String(entry.child.pid);
    // Fewer than it has open already.
    execFileSync("prlimit", ["--pid", primary, "--nofile=16:"]);
    process.kill(processesOf(entry)[0] ?? 0, "SIGKILL");
    await entry.logged("a process was not started");
    execFileSync("prlimit", ["--pid", primary, "--nofile=1024:"]);
    await expect.poll(() => processesOf(entry).length, { timeout: 30_000 }).toBe(3);
    const load = startLoad(entry.url, 20);
    await load.further(100);
    expect((await load.stop()).failed).toEqual([]);
    expect(await entry.end()).toBe(0);
  }, 90_000);

  test("counts a client's requests with the others", async () => {
    const entry = await clusterOf(2, { RATE_LIMIT: "40" });
    const statuses = await Promise.all(
      Array.from({ length: 100 }, async () => (await fetch(entry.url + QUESTION)).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(40);
    expect(statuses.filter((status) => status === 429)).toHaveLength(60);
    const refused = await fetch(entry.url + QUESTION);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("ratelimit")).toMatch(/^"client";r=0;t=\d+$/u);
    expect((await fetch(`${entry.url}/health`)).status).toBe(200);
    expect(await entry.end()).toBe(0);
  }, 60_000);
});

describe("more connections than there are files for", () => {
  test.each(["1", "2"])(
    "are closed, and the others answered, with WORKERS=%s",
    async (workers) => {
      const port = await freePort();
      const settings = { WORKERS: workers, PORT: String(port), RATE_LIMIT: "0" };
      const { child, ended } = startNode(settings, "pipe", ["prlimit", "--nofile=160"]);
      const url = `http://127.0.0.1:${port}`;
      const isHealthy = () =>
        fetch(`${url}/health`).then(
          ({ ok }) => ok,
          () => false,
        );
      await expect.poll(isHealthy, { timeout: 20_000 }).toBe(true);
      const clients = await Promise.all(Array.from({ length: 400 }, () => rawConnection(port)));
      for (const client of clients) client.send("GET /health HTTP/1.1\r\nhost: x\r\n\r\n");
      const answers = await Promise.all(
        clients.map(({ closed, until }) => until(/200 OK/u).catch(() => closed)),
      );
      const answered = answers.filter((answer) => answer.includes("200 OK")).length;
      expect(answered).toBeGreaterThan(50);
      expect(answered).toBeLessThan(250);
      for (const { socket } of clients) socket.destroy();
      await expect.poll(isHealthy, { timeout: 20_000 }).toBe(true);
      const load = startLoad(url, 20);
      await load.further(500);
      expect((await load.stop()).failed).toEqual([]);
      child.kill("SIGTERM");
      expect((await ended).code).toBe(0);
    },
    60_000,
  );
});

describe("the process that starts the others", () => {
  test("takes nobody for silent because it was stopped itself", async () => {
    const entry = await clusterOf(2, { TIMEOUT: "1" });
    const load = startLoad(entry.url, 20);
    await load.further(100);
    const stoppedMs = performance.now();
    entry.child.kill("SIGSTOP");
    await expect
      .poll(() => performance.now() - stoppedMs, { timeout: 10_000 })
      .toBeGreaterThan(4000);
    entry.child.kill("SIGCONT");
    // A new connection is taken by it.
    expect((await fetch(`${entry.url}/health`)).status).toBe(200);
    await load.further(100);
    expect((await load.stop()).failed).toEqual([]);
    expect(await entry.end()).toBe(0);
    expect(entry.log.map(({ msg }) => msg)).not.toContain("a process is silent and is killed");
  }, 60_000);

  test("takes no request with it when it is killed, and leaves no process behind", async () => {
    const entry = await clusterOf(2);
    const clients = await Promise.all(Array.from({ length: 20 }, () => rawConnection(entry.port)));
    const body = '{"memory_mb":512,"execution_time_seconds":1,"monthly_executions":1000}';
    for (const client of clients) {
      client.send(
        `POST /api/v1/calculator/lambda HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nexpect: 100-continue\r\n\r\n`,
      );
    }
    await Promise.all(clients.map((client) => client.until(/100 Continue/u)));
    await entry.end("SIGKILL");
    for (const client of clients) client.send(body);
    const answers = await Promise.all(clients.map(({ closed }) => closed));
    expect(answers.filter((answer) => !/HTTP\/1\.1 200 OK/u.test(answer))).toEqual([]);
    await expect.poll(() => processesOf(entry).filter(isRunning), { timeout: 20_000 }).toEqual([]);
  }, 60_000);
});

/** Has a process told to end as soon as it would hear that. */
const ENDED_WHEN_HEARD = `--import=data:text/javascript,${encodeURIComponent(`
  process.on("newListener", function tell(name) {
    if (name !== "SIGTERM") return;
    process.off("newListener", tell);
    setImmediate(() => process.kill(process.pid, name));
  });
`)}`;

describe("SIGTERM", () => {
  test("is heard before a process begins to listen, and ends it", async () => {
    const { ended } = startNode({ WORKERS: "1", NODE_OPTIONS: ENDED_WHEN_HEARD });
    expect(await ended).toEqual({ code: 0, said: "" });
  });

  test("as soon as somebody can connect ends every process that is on its way", async () => {
    // Between the first process' being ready and the others' start there is a moment, which not every time is hit.
    for (let times = 0; times < 10; times += 1) {
      const port = await freePort();
      const { child, ended } = startNode({ WORKERS: "4", PORT: String(port) });
      while (!(await isTaken(port)));
      child.kill("SIGTERM");
      expect((await ended).code).toBe(0);
    }
  }, 120_000);

  test.each([1, 2])(
    "during 500 requests lets every one of them be answered, with WORKERS=%i",
    async (count) => {
      const entry = count === 1 ? await nodeEntry() : await clusterOf(count);
      const body = '{"memory_mb":512,"execution_time_seconds":1,"monthly_executions":1000}';
      const head = `POST /api/v1/calculator/lambda HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nexpect: 100-continue\r\n\r\n`;
      const clients = await Promise.all(
        Array.from({ length: 500 }, () => rawConnection(entry.port)),
      );
      for (const client of clients) client.send(head);
      // Each is being answered: its body has been asked for.
      await Promise.all(clients.map((client) => client.until(/100 Continue/u)));
      const ended = entry.end("SIGTERM");
      await expect
        .poll(
          () =>
            // One that came as the last process stopped to take any is not answered, either.
            fetch(`${entry.url}/health`, { signal: AbortSignal.timeout(2000) }).then(
              () => false,
              () => true,
            ),
          { timeout: 20_000 },
        )
        .toBe(true);
      for (const client of clients) client.send(body);
      const answers = await Promise.all(clients.map(({ closed }) => closed));
      expect(
        answers.filter(
          (answer) => !/HTTP\/1\.1 200 OK[^]*connection: close[^]*"success":true/iu.test(answer),
        ),
      ).toEqual([]);
      expect(await ended).toBe(0);
    },
    90_000,
  );

  test("turns readiness false before anything is refused", async () => {
    const entry = await nodeEntry({ DRAIN: "2" });
    expect((await fetch(`${entry.url}/health?ready`)).status).toBe(200);
    const ended = entry.end("SIGTERM");
    const readiness = () => fetch(`${entry.url}/health?ready`).then(({ status }) => status);
    await expect.poll(readiness, { interval: 20 }).toBe(503);
    const health = await fetch(`${entry.url}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ draining: true });
    const response = await fetch(entry.url + QUESTION);
    expect(response.status).toBe(200);
    expect(response.headers.get("connection")).toBe("close");
    expect(await ended).toBe(0);
  }, 60_000);

  test("under load fails no request, and new connections are refused only afterwards", async () => {
    const entry = await clusterOf(2, { DRAIN: "1" });
    const load = startLoad(entry.url, 20);
    await load.further(200);
    const ended = entry.end("SIGTERM");
    // Clients that see their readiness probe fail stop sending, as a balancer does for them.
    await expect
      .poll(() => fetch(`${entry.url}/health?ready`).then(({ status }) => status), { interval: 20 })
      .toBe(503);
    const { answered, failed } = await load.stop();
    console.log(
      `SIGTERM under load: ${failed.length} of ${answered + failed.length} requests failed`,
    );
    expect(failed).toEqual([]);
    expect(await ended).toBe(0);
  }, 60_000);
});

describe("a start that cannot succeed", () => {
  test("says which setting is wrong, once", async () => {
    const { code, said } = await failedStart({ WORKERS: "4", PORT: "http" });
    expect(code).toBe(1);
    expect(said).toBe('PORT must be a whole number from 0 to 65535, not "http"\n');
  }, 60_000);

  test.each(["1", "2"])(
    "ends with its error, with WORKERS=%s",
    async (workers) => {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
      const { port } = other.address() as AddressInfo;
      const { code, said } = await failedStart({ WORKERS: workers, PORT: String(port) });
      expect(code).not.toBe(0);
      expect(said).toContain("EADDRINUSE");
      other.close();
    },
    60_000,
  );
});

describe("/metrics", () => {
  test("is for those who have the token, and adds up all processes", async () => {
    const entry = await clusterOf(2, { METRICS_TOKEN: TOKEN });
    expect((await fetch(`${entry.url}/metrics`)).status).toBe(401);
    const wrong = { headers: { authorization: `Bearer ${TOKEN}x` } };
    expect((await fetch(`${entry.url}/metrics`, wrong)).status).toBe(401);
    await Promise.all(Array.from({ length: 49 }, () => fetch(entry.url + QUESTION)));
    // All of them may have come before one of them was kept.
    await fetch(entry.url + QUESTION);
    await fetch(`${entry.url}/api/v1/nothing`);
    expect(await measureOf(entry, "http_request_duration_seconds_count", 'status="200"')).toBe(50);
    expect(await measureOf(entry, "http_request_duration_seconds_count", 'status="404"')).toBe(1);
    expect(await measureOf(entry, "answer_cache_total", 'result="hit"')).toBeGreaterThan(0);
    expect(await measureOf(entry, "http_requests_in_flight")).toBeGreaterThanOrEqual(1);
    expect(await measureOf(entry, "catalog_age_seconds")).toBeGreaterThan(0);
    expect(await measureOf(entry, "process_cpu_seconds_total")).toBeGreaterThan(0);
    expect(await entry.end()).toBe(0);
  }, 60_000);

  test("is not there without a token", async () => {
    const entry = await nodeEntry();
    expect((await fetch(`${entry.url}/metrics`, AUTHORISED)).status).toBe(404);
    expect(await entry.end()).toBe(0);
  }, 60_000);
});

describe("the log", () => {
  test("has one line of JSON for each answer, of all processes in one file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "log-"));
    const file = join(folder, "app.log");
    const entry = await startedWithLogFile(file);
    const responses = await Promise.all(
      Array.from({ length: 200 }, (_, place) =>
        fetch(entry.url + QUESTION, { headers: { "x-request-id": `request-${place}` } }),
      ),
    );
    expect(responses.every(({ status }) => status === 200)).toBe(true);
    await entry.stop();
    const lines = readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const answered = lines.filter(({ msg }) => msg === "answered");
    expect(new Set(answered.map(({ request_id: id }) => id))).toEqual(
      new Set(Array.from({ length: 200 }, (_, place) => `request-${place}`)),
    );
    expect(Object.keys(answered[0] ?? {})).toEqual([
      "level",
      "time",
      "request_id",
      "trace_id",
      "method",
      "route",
      "status",
      "duration_ms",
      ...(answered[0]?.["cache"] === undefined ? [] : ["cache"]),
      "msg",
    ]);
    rmSync(folder, { recursive: true });
  }, 60_000);

  test.each(["1", "2"])(
    "that nobody reads keeps no request waiting and no process from ending, with WORKERS=%s",
    async (workers) => {
      const folder = mkdtempSync(join(tmpdir(), "log-"));
      const pipe = join(folder, "pipe");
      execFileSync("mkfifo", [pipe]);
      const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
      const writer = openSync(pipe, constants.O_WRONLY);
      const port = await freePort();
      const settings = { WORKERS: workers, PORT: String(port), RATE_LIMIT: "0" };
      const { child, ended } = startNode(settings, writer);
      closeSync(writer);
      await expect.poll(() => isTaken(port), { timeout: 20_000 }).toBe(true);
      const load = startLoad(`http://127.0.0.1:${port}`, 20);
      // Some times what a pipe holds.
      await load.further(3000);
      const { answered, failed } = await load.stop();
      expect(failed).toEqual([]);
      // Nothing is lost when it is read after all.
      let lines = "";
      const buffer = Buffer.alloc(64 * 1024);
      const read = () => {
        try {
          lines += buffer.toString("utf8", 0, readSync(reader, buffer));
        } catch {
          // There is nothing just now.
        }
        return lines.split('"msg":"answered"').length - 1;
      };
      await expect.poll(read, { timeout: 20_000, interval: 5 }).toBeGreaterThanOrEqual(answered);
      const again = startLoad(`http://127.0.0.1:${port}`, 20);
      await again.further(1000);
      expect((await again.stop()).failed).toEqual([]);
      child.kill("SIGTERM");
      expect(await ended).toEqual({ code: 0, said: "" });
      closeSync(reader);
      rmSync(folder, { recursive: true });
    },
    90_000,
  );

  test.each(["1", "2"])(
    "that goes to a full disk ends nothing, with WORKERS=%s",
    async (workers) => {
      const port = await freePort();
      const full = openSync("/dev/full", "w");
      const settings = { WORKERS: workers, PORT: String(port), RATE_LIMIT: "0" };
      const { child, ended } = startNode(settings, full);
      await expect.poll(() => isTaken(port), { timeout: 20_000 }).toBe(true);
      const load = startLoad(`http://127.0.0.1:${port}`, 20);
      await load.further(1000);
      expect((await load.stop()).failed).toEqual([]);
      child.kill("SIGTERM");
      expect(await ended).toEqual({ code: 0, said: "" });
      closeSync(full);
    },
    60_000,
  );

  test("goes on in its file when that could not be written for a while, and says what is missing", async () => {
    const written: string[] = [];
    let room = 1;
    const fileLines = await FileLines.on(() =>
      Promise.resolve(
        new Writable({
          write: (chunk: Buffer, _encoding, callback) => {
            room -= 1;
            if (room >= 0) written.push(chunk.toString());
            callback(room < 0 ? new Error("no space") : null);
          },
        }),
      ),
    );
    const said: unknown[] = [];
    vi.spyOn(console, "error").mockImplementation((text) => said.push(text));
    fileLines.write("first\n");
    await fileLines.flush();
    for (let times = 0; times < 3; times += 1) {
      fileLines.write("lost\n");
      await fileLines.flush();
    }
    room = 100;
    fileLines.write("last\n");
    await fileLines.flush();
    vi.restoreAllMocks();
    const [first, last] = written;
    expect(first).toBe("first\n");
    expect(last).toMatch(
      /^\n\{"level":"warn",.*"lines":\d,"msg":"lines of the log were lost"\}\nlast\n$/u,
    );
    expect(said).toEqual(["the log cannot be written: no space"]);
  });

  test("has every line in its file when it is flushed, however fast they came", async () => {
    const folder = mkdtempSync(join(tmpdir(), "log-"));
    const file = join(folder, "app.log");
    const log = await openLog("info", file);
    const lines = Array.from({ length: 20_000 }, (_, place) => `{"place":${place}}`);
    for (const line of lines) log.write(`${line}\n`);
    await log.flush();
    expect(readLog(file)).toEqual([...lines, ""]);
    rmSync(folder, { recursive: true });
  });

  test("is at most ten files of 10 MB", async () => {
    const folder = mkdtempSync(join(tmpdir(), "log-"));
    const stream = await openLogFile(join(folder, "app.log"));
    const lines = `${"x".repeat(1023)}\n`.repeat(1024);
    for (let megabytes = 0; megabytes < 140; megabytes += 1) {
      await new Promise((resolve) => stream.write(lines, resolve));
    }
    await new Promise<void>((resolve) => stream.end(resolve));
    await expect
      .poll(() => readdirSync(folder).toSorted(), { timeout: 10_000 })
      .toEqual(["app.log", ...Array.from({ length: 9 }, (_, place) => `app.log.${place + 1}`)]);
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(11 * 1024 * 1024);
    rmSync(folder, { recursive: true });
  }, 60_000);
});

async function freePort(): Promise<number> {
  const free = createServer();
  await new Promise<void>((resolve) => free.listen(0, "127.0.0.1", resolve));
  const { port } = free.address() as AddressInfo;
  await new Promise((resolve) => free.close(resolve));
  return port;
}

function isTaken(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  return new Promise((resolve) => {
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}

/** With `LOG_FILE` nothing says on the output that it listens, so that it is asked. */
async function startedWithLogFile(file: string) {
  const port = await freePort();
  const ended = failedStart({ WORKERS: "2", PORT: String(port), RATE_LIMIT: "0", LOG_FILE: file });
  const url = `http://127.0.0.1:${port}`;
  await expect
    .poll(() => readLog(file).filter((line) => line.includes("a process is ready")).length, {
      timeout: 30_000,
    })
    .toBe(2);
  return {
    url,
    stop: async () => {
      const pid = Number(/"primary":(\d+)/u.exec(readLog(file).join("\n"))?.[1]);
      process.kill(pid, "SIGTERM");
      expect((await ended).code).toBe(0);
    },
  };
}

function readLog(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
