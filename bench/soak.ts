/**
 * A steady load on the Node entry with two processes for ten minutes, in turns of both questions. Writes the
 * table of docs/load-report.md: memory and latency must stay flat. `npm run soak`, or
 * `SOAK_MINUTES=2 npm run soak`; needs wrk and Linux.
 */
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import {
  APART,
  COMPARISON,
  LAMBDA,
  memoryMb,
  saturate,
  saturateEvenly,
  start,
  steadyLoad,
  type Question,
  type Saturation,
  type ServerProcess,
  type Steadiness,
} from "./_server-under-load.ts";

const REPORT = fileURLToPath(new URL("../docs/load-report.md", import.meta.url));
const MINUTES = Number(process.env["SOAK_MINUTES"] ?? 10);
const WORKERS = 2;
const WARM_UP_SECONDS = 10;
/** Of each minute, for each of the two rates. */
const SECONDS = { lambda: 20, comparison: 10 };
/** Of what saturates it, so that there is room for others on the machine. */
const SHARE = 0.5;
/** In so many steps the rate of evenly spaced requests is raised to what as many as go come to. */
const STEPS = 20;
const STEP_SECONDS = 3;

/** What a server answers at most, by who asks. */
interface Limits {
  /** 64 clients that ask again with each answer. */
  readonly answering: Saturation;
  /** Requests a second at even distances, whether answers come or not. */
  readonly evenly: number;
}

const server = await start("worker/node.ts", WORKERS);
const bare = await start("bench/_bare-server.ts", WORKERS);
const limits = {
  lambda: await limitsOf(server, LAMBDA),
  comparison: await limitsOf(server, COMPARISON),
  bare: await limitsOf(bare, LAMBDA),
};
const rates = { lambda: ratesOf(limits.lambda), comparison: ratesOf(limits.comparison) };
const bareLoads = await loadsOf(bare, LAMBDA, rates.lambda, SECONDS.lambda);
await ended(bare);
const apartRows = await rowsApart();
const rows: string[] = [];
let answered = 0;
let failed = 0;
for (let minute = 1; minute <= MINUTES; minute += 1) {
  const loads = [
    ...(await loadsOf(server, LAMBDA, rates.lambda, SECONDS.lambda)),
    ...(await loadsOf(server, COMPARISON, rates.comparison, SECONDS.comparison)),
  ];
  const failedNow = loads.reduce((sum, load) => sum + load.failed, 0);
  answered += loads.reduce((sum, load) => sum + load.answered, 0);
  failed += failedNow;
  rows.push(`| ${minute} | ${loads.map(shown).join(" | ")} | ${failedNow} | ${memoryOf(server)} |`);
  console.log(rows.at(-1));
}
server.child.kill();
writeFileSync(REPORT, reportText());

async function limitsOf(of: ServerProcess, question: Question): Promise<Limits> {
  const answering = await saturate(of, question, WARM_UP_SECONDS);
  const stepPerSecond = Math.round(answering.requestsPerSecond / STEPS);
  const evenly = await saturateEvenly(of, question, { stepPerSecond, seconds: STEP_SECONDS });
  return { answering, evenly };
}

/** The same with one process on one CPU and the load generator on the other: what the server alone makes of it. */
async function rowsApart(): Promise<readonly string[]> {
  const apart = await start("worker/node.ts", 1, APART);
  const bareApart = await start("bench/_bare-server.ts", 1, APART);
  const found: string[] = [];
  for (const [name, of, question, seconds] of [
    ["`/lambda`", apart, LAMBDA, SECONDS.lambda],
    ["`/comparison`", apart, COMPARISON, SECONDS.comparison],
    ["the bare server", bareApart, LAMBDA, SECONDS.lambda],
  ] as const) {
    // The first time warms up.
    await saturate(of, question, WARM_UP_SECONDS);
    const { answering, evenly } = await limitsOf(of, question);
    const loads = await loadsOf(of, question, ratesOf({ answering, evenly }), seconds);
    const { requestsPerSecond } = answering;
    found.push(
      `| ${name} | ${Math.round(requestsPerSecond)} | ${evenly} | ${loads.map(latenciesOf).join(" | ")} |`,
    );
  }
  await Promise.all([ended(apart), ended(bareApart)]);
  return found;
}

/** Ends a server before anything else is measured: its CPU time is counted when it has ended. */
async function ended({ child }: ServerProcess): Promise<void> {
  child.removeAllListeners("exit");
  child.kill();
  await once(child, "exit");
}

function latenciesOf({ requestsPerSecond, p50Ms, p99Ms }: Steadiness): string {
  return `${Math.round(requestsPerSecond)}: ${p50Ms} / ${p99Ms}`;
}

/** The rates at which latency is measured, by what they are half of. */
function ratesOf({ answering, evenly }: Limits): readonly number[] {
  return [answering.requestsPerSecond, evenly].map((limit) => Math.round(limit * SHARE));
}

async function loadsOf(
  of: ServerProcess,
  question: Question,
  requestsPerSecond: readonly number[],
  seconds: number,
): Promise<readonly Steadiness[]> {
  const loads: Steadiness[] = [];
  for (const rate of requestsPerSecond) loads.push(await steadyLoad(of, question, rate, seconds));
  return loads;
}

/** What was answered of a load, its latencies, and what used the CPUs. */
function shown(load: Steadiness): string {
  const { server: ofServer, generator, others } = load.cpuPercent;
  return `${latenciesOf(load)} (${ofServer} + ${generator} + ${others})`;
}

/** Resident and proportional memory of each process that answers. */
function memoryOf({ processes }: ServerProcess): string {
  return processes()
    .slice(1)
    .map(memoryMb)
    .map(({ resident, proportional }) => `${resident.toFixed(0)} (${proportional.toFixed(0)})`)
    .join(", ");
}

function reportText(): string {
  const most = (name: keyof typeof limits) => {
    const { answering, evenly } = limits[name];
    return `${Math.round(answering.requestsPerSecond)} requests/s, ${answering.cpuUs.toFixed(0)} µs CPU each, and ${evenly} at even distances`;
  };
  return `# Load report

Made by \`npm run soak\`: the Node entry with ${WORKERS} processes, its log on, beside the load generators on the
same machine of ${availableParallelism()} CPUs, for ${MINUTES} minutes.

There are two figures for what saturates a server. Clients that ask again with each answer get the most: many requests are
answered in one turn of the event loop. A request that comes alone costs about twice that, so of requests at even
distances, whether answers come or not, fewer are answered in full (${STEP_SECONDS} seconds at each rate, raised step by step).
Latencies are those of requests at even distances, from when each was due, at half of the one and at half of the other.

Before it: \`/lambda\` ${most("lambda")}; \`/comparison\` with 5 machines and 50
steps ${most("comparison")}; a bare \`node:http\` server with as many processes ${most("bare")}.

A cell is what was answered a second: the latencies p50 / p99 in ms (what used the machine's CPUs meanwhile, in percent
of all: server + load generator + others). Near 100 together, a request waits for a CPU, and latencies are the
others' as much as the server's. The bare server at the two rates of \`/lambda\`: ${bareLoads.map(shown).join(", and ")}.

${answered} requests were answered, ${failed} failed.

| minute | /lambda, half of all that go | /lambda, half of even ones | /comparison, half of all that go | /comparison, half of even ones | failed | memory of each process, MB (its share) |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

With one process on one CPU and the load generator on the other, as if clients were other machines, no request waits
for the generator:

| asked | requests/s, as many as go | at even distances | half of all that go: p50 / p99, ms | half of even ones: p50 / p99, ms |
| --- | --- | --- | --- | --- |
${apartRows.join("\n")}
`;
}
