import type { AddressInfo } from "node:net";
import { expect, describe, test } from "vitest";
import { AppServer, type ServerOptions } from "../../worker/node/server.ts";
import { testApp } from "../worker/_app.ts";
import { QUESTION } from "./_load.ts";
import { nodeEntry } from "./_node-entry.ts";

/** A server in this process, and where it is. */
async function served(options: Pick<ServerOptions, "app" | "timeoutSeconds">) {
  const server = new AppServer({
    ...options,
    trust: null,
    keepAliveSeconds: 1,
    own: new Map(),
    onAnswered: () => undefined,
  });
  await new Promise<void>((resolve) => server.server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}/` };
}

describe("an answer that takes longer than TIMEOUT", () => {
  test("is not waited for, and its connection ends", async () => {
    const { server, url } = await served({
      app: () => new Promise(() => undefined),
      timeoutSeconds: 1,
    });
    const response = await fetch(url);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("1");
    expect(response.headers.get("connection")).toBe("close");
    expect(await response.json()).toMatchObject({ type: "urn:cost-simulator:problem:too-slow" });
    await server.close(100);
  });

  test("is not sent when it comes after all", async () => {
    let answer: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { server, url } = await served({
      app: async () => {
        await late;
        return { status: 200, fields: [], body: "late" };
      },
      timeoutSeconds: 1,
    });
    const response = await fetch(url);
    answer();
    await late;
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain("late");
    await server.close(100);
  });
});

describe("who asks", () => {
  const asked = async (url: string, forwardedFor: string) => {
    const headers = { "x-forwarded-for": forwardedFor };
    return (await fetch(url + QUESTION, { headers })).status;
  };

  test("is the connection's address, whatever a client says, where no proxy is trusted", async () => {
    const entry = await nodeEntry({ RATE_LIMIT: "2" });
    const statuses = [];
    for (const claim of ["192.0.2.1", "192.0.2.2", "192.0.2.3"]) {
      statuses.push(await asked(entry.url, claim));
    }
    expect(statuses).toEqual([200, 200, 429]);
    await entry.end();
  });

  test("is what the trusted proxy says, and nothing that stands before that", async () => {
    const entry = await nodeEntry({
      RATE_LIMIT: "2",
      TRUST_PROXY: "1",
      DRAIN: "0",
      KEEP_ALIVE: "1",
    });
    const statuses = [];
    for (const claim of ["6.6.6.6, 192.0.2.1", "7.7.7.7, 192.0.2.1", "8.8.8.8, 192.0.2.1"]) {
      statuses.push(await asked(entry.url, claim));
    }
    expect(statuses).toEqual([200, 200, 429]);
    expect(await asked(entry.url, "6.6.6.6, 192.0.2.2")).toBe(200);
    await entry.end();
  });
});

test("health can be asked ten times a second for less than a twentieth of a processor", async () => {
  const { get } = testApp();
  await get("/health");
  const questions = 100;
  const before = process.cpuUsage();
  for (let count = 0; count < questions; count += 1) {
    expect((await get("/health")).status).toBe(200);
  }
  const { user, system } = process.cpuUsage(before);
  const msEach = (user + system) / 1000 / questions;
  console.log(`health: ${msEach.toFixed(2)} ms of CPU each`);
  expect(msEach).toBeLessThan(5);
});
