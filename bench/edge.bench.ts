/**
 * The worker as it is uploaded, in workerd: CPU time of `/compare` with 20 offers by POST, a question each
 * time another, and how long the bundle takes to start. Linux, where the kernel counts each process' time.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { workerdServer } from "../test/_runtimes.ts";
import { median } from "./_server-under-load.ts";

const BUNDLE = new URL("../.wrangler/bundle/cloudflare.js", import.meta.url);
const WARM_UP = 300;
const REQUESTS = 1000;
const STARTS = 9;
const NS_PER_MS = 1e6;
const MACHINES = ["t3.small", "t4g.small", "m7g.large", "c6i.xlarge", "m7i.2xlarge"];
const REGIONS = ["us-east-1", "eu-central-1", "ap-northeast-1"];

const runtime = await workerdServer();
for (let count = 0; count < WARM_UP; count += 1) await compare(count);
const pid = busiest();
const compared = await cpuTimes(compare);
const unknown = await cpuTimes(askNothing);
await runtime.close();
console.log(
  `/compare with 20 offers: CPU of all of workerd for a request ${shown(compared)} (budget: p99 at most 2)`,
);
console.log(`of which a path that is unknown takes ${shown(unknown)}: workerd's own, and routing`);
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

/** CPU time of each of some requests, one after the other, ms. */
async function cpuTimes(ask: (count: number) => Promise<void>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < REQUESTS; count += 1) {
    const before = cpuNs(pid);
    await ask(count);
    times.push((cpuNs(pid) - before) / NS_PER_MS);
  }
  return times.toSorted((a, b) => a - b);
}

function shown(times: readonly number[]): string {
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(2);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

async function askNothing(): Promise<void> {
  const response = await runtime.fetch("/api/v1/nothing");
  await response.text();
  if (response.status !== 404) throw new Error(`an unknown path is answered ${response.status}`);
}

async function compare(count: number): Promise<void> {
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
  const workload = { monthly_executions: 1e6 + count, execution_time_ms: 120, memory_mb: 512 };
  const response = await runtime.fetch("/api/v1/compare", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ workload, offers }),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(text);
}

function regionOf(index: number): string {
  return REGIONS[index % REGIONS.length] ?? "";
}

/** The workerd that has done most: beside the worker's there is one of the development proxy. */
function busiest(): number {
  const ours = readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((id) => nameOf(id) === "workerd" && isDescendant(id));
  return ours.toSorted((a, b) => cpuNs(b) - cpuNs(a))[0] ?? 0;
}

function isDescendant(id: number): boolean {
  for (let parent = id; parent > 1; parent = parentOf(parent)) {
    if (parent === process.pid) return true;
  }
  return false;
}

function nameOf(id: number): string {
  return statusOf(id, "Name");
}

function parentOf(id: number): number {
  return Number(statusOf(id, "PPid"));
}

function statusOf(id: number, field: string): string {
  try {
    const text = readFileSync(`/proc/${id}/status`, "utf8");
    return new RegExp(`^${field}:\\s*(.*)$`, "mu").exec(text)?.[1] ?? "";
  } catch {
    return "";
  }
}

/** CPU time of all threads of a process. */
function cpuNs(id: number): number {
  return readdirSync(`/proc/${id}/task`)
    .map((task) => Number(readFileSync(`/proc/${id}/task/${task}/schedstat`, "utf8").split(" ")[0]))
    .reduce((sum, time) => sum + time, 0);
}
