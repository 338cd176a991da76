/**
 * A steady load on the Node entry with two processes for ten minutes, in turns of both questions. Writes the
 * table of docs/load-report.md: memory and latency must stay flat. `npm run soak`, or
 * `SOAK_MINUTES=2 npm run soak`; needs wrk and Linux.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import {
  COMPARISON,
  LAMBDA,
  memoryMb,
  saturate,
  start,
  steadyLoad,
  type ServerProcess,
  type Steadiness,
} from "./_server-under-load.ts";

const REPORT = fileURLToPath(new URL("../docs/load-report.md", import.meta.url));
const MINUTES = Number(process.env["SOAK_MINUTES"] ?? 10);
const WORKERS = 2;
const WARM_UP_SECONDS = 10;
/** Of each minute. */
const SECONDS = { lambda: 40, comparison: 20 };
/** Of what saturates it, so that there is room for others on the machine. */
const SHARE = 0.5;

const server = await start("worker/node.ts", WORKERS);
const bare = await start("bench/_bare-server.ts", WORKERS);
const limits = {
  lambda: await saturate(server, LAMBDA, WARM_UP_SECONDS),
  comparison: await saturate(server, COMPARISON, WARM_UP_SECONDS),
  bare: await saturate(bare, LAMBDA, WARM_UP_SECONDS),
};
bare.child.kill();
const rows: string[] = [];
let answered = 0;
let failed = 0;
for (let minute = 1; minute <= MINUTES; minute += 1) {
  const lambda = await steadyLoad(
    server,
    LAMBDA,
    Math.round(limits.lambda.requestsPerSecond * SHARE),
    SECONDS.lambda,
  );
  const comparison = await steadyLoad(
    server,
    COMPARISON,
    Math.round(limits.comparison.requestsPerSecond * SHARE),
    SECONDS.comparison,
  );
  answered += lambda.answered + comparison.answered;
  failed += lambda.failed + comparison.failed;
  rows.push(
    `| ${minute} | ${Math.round(lambda.requestsPerSecond)} | ${lambda.p50Ms} / ${lambda.p99Ms} | ${Math.round(comparison.requestsPerSecond)} | ${comparison.p50Ms} / ${comparison.p99Ms} | ${lambda.failed + comparison.failed} | ${memoryOf(server)} | ${shown(lambda)} | ${shown(comparison)} |`,
  );
  console.log(rows.at(-1));
}
server.child.kill();
writeFileSync(REPORT, reportText());

function shown({ cpuPercent }: Steadiness): string {
  return `${cpuPercent.server} + ${cpuPercent.generator} + ${cpuPercent.others}`;
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
  const saturation = (name: keyof typeof limits) =>
    `${Math.round(limits[name].requestsPerSecond)} requests/s, ${limits[name].cpuUs.toFixed(0)} µs CPU each`;
  return `# Load report

Made by \`npm run soak\`: the Node entry with ${WORKERS} processes, its log on, beside the load generators on the
same machine of ${availableParallelism()} CPUs, for ${MINUTES} minutes at half of what saturates it. The last columns
are what used the machine's CPUs, in percent of all: server + load generator + others. Near 100 together, a request
waits for a CPU, and latencies are the others' as much as the server's. A request that comes alone costs a server about
twice what one of many at a time does, as at saturation.

Before it, ${WARM_UP_SECONDS} seconds each: \`/lambda\` ${saturation("lambda")}; \`/comparison\` with 5 machines and 50
steps ${saturation("comparison")}; a bare \`node:http\` server with as many processes ${saturation("bare")}.

${answered} requests were answered, ${failed} failed.

| minute | /lambda, requests/s | p50 / p99, ms | /comparison, requests/s | p50 / p99, ms | failed | memory of each process, MB (its share) | CPU, /lambda | CPU, /comparison |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}
