/**
 * Sends 100,000 requests made from the API document to Node, workerd and Deno, and writes what came of it
 * to docs/conformance-report.md. `npm run conformance`; `SEED` and `REQUESTS` change them, and `FROM`
 * begins with a later request, to see one again. Told to end (SIGINT, SIGTERM) it writes what it has.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Presets, SingleBar } from "cli-progress";
import { denoServer, nodeServer, workerdServer } from "../test/_runtimes.ts";
import { conformance, type Outcome } from "../tools/conformance/conformance.ts";
import { openApiDocument } from "../tools/openapi/document.ts";

const REPORT = fileURLToPath(new URL("../docs/conformance-report.md", import.meta.url));
const SEED = Number(process.env["SEED"] ?? 20_261_125);
const REQUESTS = Number(process.env["REQUESTS"] ?? 100_000);
const FROM = Number(process.env["FROM"] ?? 0);
const FAULTS_SHOWN = 20;
const SHOWN_LENGTH = 400;
const PROGRESS_STEP = 100;

// Here nobody waits for an answer: what is busy is the machine.
process.env["TIMEOUT"] ??= "280";
const runtimes = await Promise.all([nodeServer(), workerdServer(), denoServer()]);
const startedMs = performance.now();
const bar = new SingleBar(
  {
    format: "{bar} {value}/{total} | {faults} faults | {eta} s",
    noTTYOutput: true,
    notTTYSchedule: 60_000,
  },
  Presets.shades_classic,
);
bar.start(REQUESTS, 0, { faults: 0 });
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  // The platforms and the bar end the process at once.
  process.removeAllListeners(signal);
  process.once(signal, () => stop.abort());
}
const outcome = await conformance(openApiDocument(), runtimes, {
  seed: SEED,
  from: FROM,
  requests: REQUESTS,
  stop: stop.signal,
  progress: (done, faults) => {
    if (done % PROGRESS_STEP === 0) bar.update(done, { faults });
  },
});
bar.stop();
const minutes = (performance.now() - startedMs) / 60_000;
await Promise.all(runtimes.map((runtime) => runtime.close()));

for (const { request, platform, fault } of outcome.faults.slice(0, FAULTS_SHOWN)) {
  const asked = `${request.method} ${request.path} ${request.body ?? ""}`.slice(0, SHOWN_LENGTH);
  console.log(
    `${request.index} (${request.kind}) ${platform}: ${fault.slice(0, SHOWN_LENGTH)}\n  ${asked}`,
  );
}
console.log(`${outcome.faults.length} faults in ${minutes.toFixed(1)} minutes`);
if (FROM === 0) writeFileSync(REPORT, reportOf(outcome, minutes));
if (outcome.faults.length > 0) process.exitCode = 1;

function reportOf(
  { requests, kinds, valid, statuses, operations, faults }: Outcome,
  took: number,
): string {
  const names = runtimes.map(({ name }) => name).join(", ");
  const byStatus = [...statuses].toSorted(([a], [b]) => a - b);
  const byOperation = [...operations].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `# Conformance report

Made by \`npm run conformance\`: requests generated from the API document with the seed ${SEED}, each sent to
${names}, and every answer held against the document and against the other platforms' answers.

| | |
| --- | --- |
| requests | ${requests}: ${kinds.valid} that the schemas allow, ${kinds.boundary} moved to bounds, ${kinds.broken} broken |
| answers | ${requests * runtimes.length}, from ${runtimes.length} platforms |
| answers with a status of 500 or more | ${faults.filter(({ fault }) => fault.startsWith("answers 5")).length} |
| faults of any kind | ${faults.length} |
| answered of those that the schemas allow | ${valid.answered} of ${valid.asked}; the others name what is not sold, or are beyond a service's own limits |
| time | ${took.toFixed(0)} minutes${requests < REQUESTS ? `, stopped before all ${REQUESTS} were asked` : ""} |

A fault is an answer whose status, media type or body the document does not name; a field that it does not
know; a body that was answered although its schema does not allow it; or a status, a body, a
\`Content-Type\`, \`Cache-Control\`, \`ETag\` or \`Allow\` that is not the same on all platforms. What is lost with
its connection, or comes too late because the machine had other work (408), is asked again.

| status | answers |
| --- | --- |
${byStatus.map(([status, count]) => `| ${status} | ${count} |`).join("\n")}

| operation | requests |
| --- | --- |
${byOperation.map(([name, count]) => `| \`${name}\` | ${count} |`).join("\n")}
`;
}
