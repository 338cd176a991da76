/**
 * `POST /lambda` on the Node entry against a bare `node:http` server that reads the body and writes
 * a fixed answer of the same size, one process each, in turns within one run. Prints the ratio.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";

const ROUNDS = 5;
const SECONDS_PER_ROUND = 4;
const CONNECTIONS = 100;
const BODY = JSON.stringify({
  memory_mb: 512,
  execution_time_seconds: 0.12,
  monthly_executions: 2_628_000,
  egress_per_request_kb: 10,
});

const ours = await start("worker/node.ts");
const bare = await start("bench/_bare-server.ts");
const ratios: number[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const requestsPerSecond = {
    ours: await load(`${ours.url}/api/v1/calculator/lambda`),
    bare: await load(bare.url),
  };
  const ratio = requestsPerSecond.ours / requestsPerSecond.bare;
  // The first round warms both up.
  if (round === 0) continue;
  ratios.push(ratio);
  console.log(
    `round ${round}: ${Math.round(requestsPerSecond.ours)} of ${Math.round(requestsPerSecond.bare)} requests/s = ${(100 * ratio).toFixed(1)} %`,
  );
}
ratios.sort((a, b) => a - b);
console.log(
  `median ${(100 * (ratios[Math.floor(ROUNDS / 2)] ?? 0)).toFixed(1)} % of a bare node:http server (budget: at least 60 %)`,
);
ours.child.kill();
bare.child.kill();

async function load(url: string): Promise<number> {
  const result = await autocannon({
    url,
    method: "POST",
    headers: { "content-type": "application/json" },
    body: BODY,
    connections: CONNECTIONS,
    duration: SECONDS_PER_ROUND,
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} failed under load`);
  return result.requests.average;
}

function start(script: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [script], {
    cwd: fileURLToPath(new URL("../", import.meta.url)),
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error(`${script} ended`)));
    child.stdout.on("data", (chunk: Buffer) => {
      const url = /http:\/\/[\w.]+:\d+/u.exec(chunk.toString())?.[0];
      if (url !== undefined) resolve({ child, url });
    });
  });
}
