/** Servers as processes of their own, and what a load does to them. */
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const AS_MANY_AS_GO = fileURLToPath(new URL("_post.lua", import.meta.url));
const EVENLY_SPACED = fileURLToPath(new URL("_steady.lua", import.meta.url));
const CONNECTIONS = 64;
const US_PER_SECOND = 1e6;
/** In which Linux counts CPU time. */
const MS_PER_TICK = 10;
/** Of what is due, how much must be answered meanwhile for a rate to be carried. */
const IN_FULL = 0.99;
/** Of each connection: it waits before its first request, and its last one may still be on its way. */
const NOT_DUE = 2 * CONNECTIONS;
/** How often a rate is tried: something else may have used the CPUs. */
const TRIES = 2;
const run = promisify(execFile);

/** A question by POST. */
export interface Question {
  readonly path: string;
  readonly body: string;
}

export const LAMBDA: Question = {
  path: "/api/v1/calculator/lambda",
  body: JSON.stringify({
    memory_mb: 512,
    execution_time_seconds: 0.12,
    monthly_executions: 2_628_000,
    egress_per_request_kb: 10,
  }),
};

/** Five machines and fifty steps. */
export const COMPARISON: Question = {
  path: "/api/v1/calculator/comparison",
  body: JSON.stringify({
    lambda_config: { memory_mb: 512, execution_time_seconds: 0.12, egress_per_request_kb: 10 },
    vm_configs: [
      { provider: "aws_ec2", instance_type: "t3.small" },
      { provider: "google_cloud", instance_type: "e2-medium" },
      { provider: "azure", instance_type: "B2s" },
      { provider: "oci", instance_type: "VM.Standard.E4.Flex_2_16" },
      { provider: "sakura_cloud", instance_type: "2core_4gb" },
    ],
    execution_range: { min: 0, max: 500_000_000, steps: 50 },
  }),
};

/** Where a server and its load generator run, by the numbers that Linux gives to CPUs. */
export interface Placement {
  readonly server: number;
  readonly generator: number;
}

/**
 * Each on a CPU of its own, as with clients that are other machines: on the same CPUs a request waits for the
 * generator's threads, too. The server is one process then.
 */
export const APART: Placement = { server: 0, generator: 1 };

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** Null where all use all CPUs. */
  readonly placement: Placement | null;
  /** The processes of the server, itself included. */
  readonly processes: () => readonly number[];
}

/** Starts a script that says its address; nobody is limited. */
export function start(
  script: string,
  workers: number,
  placement: Placement | null = null,
): Promise<ServerProcess> {
  const [command, ...rest] = placed([process.execPath, script], placement?.server);
  const child = spawn(command, rest, {
    cwd: ROOT,
    env: { ...process.env, PORT: "0", RATE_LIMIT: "0", WORKERS: String(workers) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  // Also when a measurement fails.
  process.once("exit", () => child.kill());
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error(`${script} ended`)));
    child.stdout.on("data", (chunk: Buffer) => {
      const url = /http:\/\/[\w.]+:\d+/u.exec(chunk.toString())?.[0];
      if (url === undefined) return;
      resolve({ child, url, placement, processes: () => family(child.pid ?? 0) });
    });
  });
}

/** A command that runs on one CPU, where one is given. */
function placed(
  command: readonly [string, ...string[]],
  cpu: number | undefined,
): [string, ...string[]] {
  return cpu === undefined ? [...command] : ["taskset", "--cpu-list", String(cpu), ...command];
}

/** Runs the load generator to its end, and resolves with what it printed. */
async function generate(
  { url, placement }: ServerProcess,
  { path, body }: Question,
  options: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const [command, ...rest] = placed(["wrk", ...options, url + path], placement?.generator);
  const { stdout } = await run(command, rest, {
    env: { ...process.env, BODY: body, ...variables },
  });
  return stdout;
}

/** A process and its children, as Linux lists them. */
function family(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return [pid, ...children.split(" ").filter(Boolean).map(Number)];
}

/** CPU time that processes have used so far, in milliseconds. */
function cpuMs(processes: readonly number[]): number {
  return MS_PER_TICK * sumOf(processes.flatMap((pid) => statusOf(pid).slice(11, 13)));
}

/** CPU time of processes that this one has started and that have ended, in milliseconds. */
function endedCpuMs(): number {
  return MS_PER_TICK * sumOf(statusOf(process.pid).slice(13, 15));
}

/** The figures of a process from its state on, as Linux lists them. */
function statusOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /u, "");
  return text.split(" ").map(Number);
}

/** CPU time of the whole machine so far, all of it and what nobody used, in milliseconds. */
function machineMs(): { readonly all: number; readonly idle: number } {
  const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n", 1);
  const ticks = line.trim().split(/\s+/u).slice(1, 9).map(Number);
  return { all: MS_PER_TICK * sumOf(ticks), idle: MS_PER_TICK * sumOf(ticks.slice(3, 5)) };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Resident and own memory of a process, in MB. */
export function memoryMb(pid: number): {
  readonly resident: number;
  readonly proportional: number;
} {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const mb = (name: string) => Number(new RegExp(`^${name}: +(\\d+)`, "mu").exec(text)?.[1]) / 1024;
  return { resident: mb("Rss"), proportional: mb("Pss") };
}

/** As many requests as go, by wrk. */
export interface Saturation {
  readonly requestsPerSecond: number;
  /** CPU time of the server for one request, which other users of the machine change least. */
  readonly cpuUs: number;
}

export async function saturate(
  server: ServerProcess,
  question: Question,
  seconds: number,
): Promise<Saturation> {
  const before = cpuMs(server.processes());
  const stdout = await generate(server, question, [
    "-t1",
    `-c${CONNECTIONS}`,
    `-d${seconds}s`,
    "-s",
    AS_MANY_AS_GO,
  ]);
  if (/Non-2xx|Socket errors/u.test(stdout)) throw new Error(stdout);
  const requests = Number(/(\d+) requests in/u.exec(stdout)?.[1]);
  const requestsPerSecond = Number(/Requests\/sec: +([\d.]+)/u.exec(stdout)?.[1]);
  return { requestsPerSecond, cpuUs: ((cpuMs(server.processes()) - before) * 1000) / requests };
}

/** What a steady load sees. */
export interface Steadiness {
  readonly answered: number;
  readonly failed: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Parts of all the machine's CPU time, in percent: near 100 together, a request waits for a CPU. */
  readonly cpuPercent: {
    readonly server: number;
    readonly generator: number;
    readonly others: number;
  };
}

/**
 * Requests at even distances, whether the answers come or not, by wrk. A latency is counted from the time at
 * which its request was due, so that a server which stands still is not asked less by that.
 */
export async function steadyLoad(
  server: ServerProcess,
  question: Question,
  requestsPerSecond: number,
  seconds: number,
): Promise<Steadiness> {
  const cpuTimes = () => ({
    ...machineMs(),
    server: cpuMs(server.processes()),
    generator: endedCpuMs(),
  });
  const before = cpuTimes();
  const stdout = await generate(
    server,
    question,
    [`-t${CONNECTIONS}`, `-c${CONNECTIONS}`, `-d${seconds}s`, "-s", EVENLY_SPACED],
    { RATE: `${requestsPerSecond}`, THREADS: `${CONNECTIONS}` },
  );
  const after = cpuTimes();
  const all = after.all - before.all;
  const percent = (ms: number) => Math.round((100 * ms) / all);
  const ofServer = after.server - before.server;
  const ofGenerator = after.generator - before.generator;
  const idle = after.idle - before.idle;
  const latencies = [...stdout.matchAll(/^latency ([\d.]+) (\d+)$/gmu)]
    .map(([, ms, count]) => ({ ms: Number(ms), count: Number(count) }))
    .toSorted((a, b) => a.ms - b.ms);
  const counted = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, "mu").exec(stdout)?.[1]);
  const answered = counted("answered");
  return {
    answered,
    failed: counted("failed"),
    requestsPerSecond: (answered / counted("microseconds")) * US_PER_SECOND,
    p50Ms: latencyAt(latencies, 0.5),
    p99Ms: latencyAt(latencies, 0.99),
    cpuPercent: {
      server: percent(ofServer),
      generator: percent(ofGenerator),
      others: percent(all - idle - ofServer - ofGenerator),
    },
  };
}

/** How the highest rate is looked for. */
export interface Raising {
  /** From one rate to the next. */
  readonly stepPerSecond: number;
  /** How long each is asked for. */
  readonly seconds: number;
}

/**
 * The highest rate of requests at even distances that is answered in full, to a step. It is lower than what
 * `saturate` finds: who asks again with each answer has many requests answered in one turn of the event loop,
 * and one that comes alone has the turn, the wake-up and the system calls to itself.
 */
export async function saturateEvenly(
  server: ServerProcess,
  question: Question,
  { stepPerSecond, seconds }: Raising,
): Promise<number> {
  let carried = 0;
  for (;;) {
    const rate = carried + stepPerSecond;
    if (!(await carries(server, question, rate, seconds))) return carried;
    carried = rate;
  }
}

async function carries(
  server: ServerProcess,
  question: Question,
  rate: number,
  seconds: number,
): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const { failed, answered } = await steadyLoad(server, question, rate, seconds);
    if (failed === 0 && answered >= IN_FULL * (rate * seconds - NOT_DUE)) return true;
  }
  return false;
}

interface LatencyCount {
  readonly ms: number;
  readonly count: number;
}

/** The latency that a share of all requests did not exceed; `latencies` are in order. */
function latencyAt(latencies: readonly LatencyCount[], share: number): number {
  let left = share * latencies.reduce((sum, { count }) => sum + count, 0);
  for (const { ms, count } of latencies) {
    left -= count;
    if (left <= 0) return ms;
  }
  return Number.NaN;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
