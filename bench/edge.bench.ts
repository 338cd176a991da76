/**
 * The worker as it is uploaded, in workerd alone, without a development proxy before it: CPU time of
 * `/compare` with 20 offers by POST, a question each time another, beside a worker that only serialises an
 * answer of the same size. How long the bundle takes to start. Linux, where the kernel counts each process'
 * time.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { convertV4MiniflareOptions, Miniflare, Response } from "miniflare";
import { median } from "./_server-under-load.ts";

const BUNDLE = new URL("../.wrangler/bundle/cloudflare.js", import.meta.url);
const ROUNDS = 20;
const REQUESTS_PER_ROUND = 100;
/** So many that the compiler of hot code, which has a thread of its own, is done. */
const WARM_UP_ROUNDS = 15;
const STARTS = 9;
const NS_PER_MS = 1e6;
const BUDGET_MS = 2;
const MACHINES = ["t3.small", "t4g.small", "m7g.large", "c6i.xlarge", "m7i.2xlarge"];
const REGIONS = ["us-east-1", "eu-central-1", "ap-northeast-1"];
/** Reads the question and writes the answer that it was given, made text anew each time. */
const SERIALISER = `
  let answer = null;
  export default {
    async fetch(request) {
      const body = await request.json();
      if (body.answer !== undefined) answer = body.answer;
      return Response.json(answer);
    },
  };`;

const COMPATIBILITY_DATE = /^compatibility_date = "(.+)"$/mu.exec(
  readFileSync(new URL("../wrangler.toml", import.meta.url), "utf8"),
)?.[1];
if (COMPATIBILITY_DATE === undefined) throw new Error("wrangler.toml has no compatibility date");
const common = {
  modules: true as const,
  compatibilityDate: COMPATIBILITY_DATE,
  unsafeDirectSockets: [{}],
};
const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    workers: [
      {
        ...common,
        name: "simulator",
        script: readFileSync(BUNDLE, "utf8"),
        bindings: { RATE_LIMIT: "0", LOG_LEVEL: "error" },
        kvNamespaces: ["EXCHANGE_RATES"],
        // Not as assets: workers of the development tool, which Cloudflare does not have, would stand before it.
        serviceBindings: { ASSETS: ({ url }) => new Response(readFileSync(pageFile(url))) },
      },
      { ...common, name: "serialiser", script: SERIALISER },
    ],
  }),
);
await miniflare.ready;
const simulator = await miniflare.unsafeGetDirectURL("simulator");
const serialiser = await miniflare.unsafeGetDirectURL("serialiser");
const pid = workerd();
const answer = await asked(new URL("/api/v1/compare", simulator), question(0));
await asked(serialiser, { answer: JSON.parse(answer) as unknown });

const compared: number[] = [];
const serialised: number[] = [];
let count = 0;
for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
  const simulated = await cpuTimes(new URL("/api/v1/compare", simulator));
  const written = await cpuTimes(serialiser);
  if (round < 0) continue;
  compared.push(...simulated);
  serialised.push(...written);
}
await miniflare.dispose();
console.log(
  `/compare with 20 offers, ${(answer.length / 1024).toFixed(0)} KB: CPU of workerd for a request ${shown(compared)} (budget: p99 at most ${BUDGET_MS})`,
);
console.log(`reading as much and serialising an answer of that size: ${shown(serialised)}`);
console.log(
  `the first over the second: ${ratio(0.5)} at the median, ${ratio(0.99)} at the 99th percentile`,
);
const starts = Array.from({ length: STARTS }, () =>
  Number(
    execFileSync(process.execPath, [
      "--input-type=module",
      "--eval",
      `const before = process.cpuUsage(); await import(${JSON.stringify(BUNDLE.href)}); const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000);`,
    ]),
  ),
);
console.log(`starting the bundle takes ${median(starts).toFixed(1)} ms of CPU (budget: 50)`);

/** A file of the page, by its address. */
function pageFile(url: string): URL {
  return new URL(`../dist${new URL(url).pathname}`, import.meta.url);
}

/** CPU time of each of some requests, one after the other, ms. */
async function cpuTimes(url: URL): Promise<readonly number[]> {
  const times: number[] = [];
  for (let request = 0; request < REQUESTS_PER_ROUND; request += 1) {
    count += 1;
    const before = await cpuNs(pid);
    await asked(url, question(count));
    times.push(((await cpuNs(pid)) - before) / NS_PER_MS);
  }
  return times;
}

async function asked(url: URL, body: unknown): Promise<string> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(text);
  return text;
}

function question(about: number): unknown {
  const offers = Array.from({ length: 20 }, (_, index) =>
    index < 5
      ? { kind: "function", provider: "aws_lambda", region: regionOf(index), id: `f${index}` }
      : {
          kind: "machine",
          provider: "aws_ec2",
          region: regionOf(index),
          instance_type: MACHINES[index % MACHINES.length],
          id: `m${index}`,
        },
  );
  return {
    workload: { monthly_executions: 1e6 + about, execution_time_ms: 120, memory_mb: 512 },
    offers,
  };
}

function regionOf(index: number): string {
  return REGIONS[index % REGIONS.length] ?? "";
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
}

function shown(times: readonly number[]): string {
  return `p50 ${at(times, 0.5).toFixed(2)} ms, p99 ${at(times, 0.99).toFixed(2)} ms`;
}

function ratio(share: number): string {
  return (at(compared, share) / at(serialised, share)).toFixed(1);
}

/** The workerd that this process has started. */
function workerd(): number {
  const own = readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .find((id) => statusOf(id, "Name") === "workerd" && statusOf(id, "PPid") === `${process.pid}`);
  if (own === undefined) throw new Error("workerd does not run");
  return own;
}

function statusOf(id: number, field: string): string {
  try {
    const text = readFileSync(`/proc/${id}/status`, "utf8");
    return new RegExp(`^${field}:\\s*(.*)$`, "mu").exec(text)?.[1] ?? "";
  } catch {
    return "";
  }
}

/** CPU time of all threads of a process, when they sleep: what one that runs has used is written down late. */
async function cpuNs(id: number): Promise<number> {
  const tasks = readdirSync(`/proc/${id}/task`).map((task) => `/proc/${id}/task/${task}`);
  while (!tasks.every(sleeps)) await setImmediate();
  return tasks
    .map((task) => Number(readFileSync(`${task}/schedstat`, "utf8").split(" ")[0]))
    .reduce((sum, time) => sum + time, 0);
}

function sleeps(task: string): boolean {
  return /\) S /u.test(readFileSync(`${task}/stat`, "utf8"));
}
