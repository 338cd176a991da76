/**
 * The Node entry against bare `node:http` servers that read the body and write a fixed answer, two
 * processes each, in turns within one run. Prints requests a second, CPU time for a request and the
 * ratios, which hold on a busy machine too; then the latency at half of that, and at half of what is answered of
 * requests at even distances, and with the server and the load generator on a CPU each. Needs wrk and Linux.
 */
import {
  APART,
  COMPARISON,
  LAMBDA,
  median,
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

const ROUNDS = 5;
const SECONDS_PER_ROUND = 4;
/** In so many steps the rate of evenly spaced requests is raised to what as many as go come to. */
const STEPS = 20;
const WORKERS = 2;

const ours = await start("worker/node.ts", WORKERS);
const bare = await start("bench/_bare-server.ts", WORKERS);
await report("/lambda", LAMBDA, "27,000");
await report("/comparison", COMPARISON, "9,280");
const starts: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) starts.push(await firstAnswerMs());
console.log(`first answer ${median(starts).toFixed(0)} ms after the start (budget: 500)`);
const memory = ours.processes().map(memoryMb);
console.log(
  `memory, MB resident (proportional): ${memory.map(({ resident, proportional }) => `${resident.toFixed(0)} (${proportional.toFixed(0)})`).join(", ")}; the first is the primary (budget: 120)`,
);
ours.child.kill();
bare.child.kill();
await reportApart();

/** From the start of a process until it has answered, in ms. */
async function firstAnswerMs(): Promise<number> {
  const startedMs = performance.now();
  const { child, url } = await start("worker/node.ts", 1);
  const { path, body } = LAMBDA;
  const headers = { "content-type": "application/json" };
  const response = await fetch(url + path, { method: "POST", headers, body });
  await response.text();
  const ms = performance.now() - startedMs;
  child.removeAllListeners("exit");
  child.kill("SIGKILL");
  return ms;
}

async function report(name: string, question: Question, target: string): Promise<void> {
  const rounds: { ours: Saturation; bare: Saturation }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const measured = {
      ours: await saturate(ours, question, SECONDS_PER_ROUND),
      bare: await saturate(bare, LAMBDA, SECONDS_PER_ROUND),
    };
    // The first round warms both up.
    if (round > 0) rounds.push(measured);
  }
  const of = (read: (round: (typeof rounds)[number]) => number) => median(rounds.map(read));
  const saturation = of((round) => round.ours.requestsPerSecond);
  console.log(
    `${name}: ${Math.round(saturation)} requests/s, ${of((round) => round.ours.cpuUs).toFixed(0)} µs CPU each; bare ${Math.round(of((round) => round.bare.requestsPerSecond))} and ${of((round) => round.bare.cpuUs).toFixed(0)} µs; ${(100 * of((round) => round.ours.requestsPerSecond / round.bare.requestsPerSecond)).toFixed(0)} % of bare (target on a machine of its own: ${target} requests/s)`,
  );
  const evenly = await saturateEvenly(ours, question, {
    stepPerSecond: Math.round(saturation / STEPS),
    seconds: SECONDS_PER_ROUND,
  });
  console.log(`${name}: ${evenly} requests/s at even distances are answered in full`);
  await reportLatency(`${name} at half of as many as go`, question, saturation / 2, { ours, bare });
  await reportLatency(`${name} at half of as many at even distances`, question, evenly / 2, {
    ours,
    bare,
  });
}

async function reportLatency(
  name: string,
  question: Question,
  rate: number,
  servers: { readonly ours: ServerProcess; readonly bare: ServerProcess },
): Promise<void> {
  const requestsPerSecond = Math.round(rate);
  const seconds = SECONDS_PER_ROUND * 2;
  const steady = await steadyLoad(servers.ours, question, requestsPerSecond, seconds);
  const alone = await steadyLoad(servers.bare, LAMBDA, requestsPerSecond, seconds);
  console.log(
    `${name}, ${requestsPerSecond} requests/s: p50 ${steady.p50Ms} ms, p99 ${steady.p99Ms} ms, ${steady.failed} failed (budget: p99 at most 10 ms); bare with as many: p50 ${alone.p50Ms} ms, p99 ${alone.p99Ms} ms`,
  );
  console.log(`${name}: CPU of the machine then: ${shown(steady)}; with bare: ${shown(alone)}`);
}

/** One process of each on a CPU, the load generator on another: no request waits for the generator's threads. */
async function reportApart(): Promise<void> {
  const oursApart = await start("worker/node.ts", 1, APART);
  const bareApart = await start("bench/_bare-server.ts", 1, APART);
  for (const [name, question] of [
    ["/lambda", LAMBDA],
    ["/comparison", COMPARISON],
  ] as const) {
    // The first time warms up.
    await saturate(oursApart, question, SECONDS_PER_ROUND);
    await saturate(bareApart, LAMBDA, SECONDS_PER_ROUND);
    const { requestsPerSecond, cpuUs } = await saturate(oursApart, question, SECONDS_PER_ROUND);
    const evenly = await saturateEvenly(oursApart, question, {
      stepPerSecond: Math.round(requestsPerSecond / STEPS),
      seconds: SECONDS_PER_ROUND,
    });
    console.log(
      `${name} on a CPU of its own: ${Math.round(requestsPerSecond)} requests/s, ${cpuUs.toFixed(0)} µs CPU each, ${evenly} at even distances`,
    );
    for (const half of [requestsPerSecond / 2, evenly / 2]) {
      await reportLatency(`${name} on a CPU of its own`, question, half, {
        ours: oursApart,
        bare: bareApart,
      });
    }
  }
  oursApart.child.kill();
  bareApart.child.kill();
}

function shown({ cpuPercent: { server, generator, others } }: Steadiness): string {
  return `server ${server} %, generator ${generator} %, others ${others} %`;
}
