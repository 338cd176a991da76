/**
 * Times the search over the whole catalog: `node bench/search.bench.ts`. The cold search runs in a
 * process of its own and reads everything from disk. Exits with 1 when a budget is exceeded.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { LazyCatalog } from "../shared/catalog/lazy-catalog.ts";
import type { SearchQuestion } from "../shared/search/question.ts";
import { search } from "../shared/search/search.ts";
import { diskPlatform } from "../worker/disk-platform.ts";

const COLD_BUDGET_MS = 60;
const WARM_BUDGET_MS = 20;
const MEMORY_BUDGET_MB = 150;
const COLD_RUNS = 7;
const WARM_RUNS = 60;
const KB_PER_MB = 1024;

function question(requestsPerMonth: number, durationMs: number, memoryMb: number): SearchQuestion {
  return {
    workload: {
      requestsPerMonth,
      durationMs,
      memoryMb,
      egressPerRequestKb: 5,
      internetTransferRatio: 100,
      cpuMs: durationMs / 3,
      memoryPerRequestMb: null,
      peakToAverage: 3,
      targetUtilisation: 0.7,
      memoryReserveMb: 256,
    },
    filters: {
      purchases: ["on_demand", "commitment_1y", "commitment_3y", "spot"],
      sizing: "peak",
      minimumMachines: 1,
      mostMachines: 1000,
      leastVcpu: 0,
      leastMemoryMb: 0,
      excludesBurstable: false,
      limit: 10,
    },
    terms: {
      includeFreeTier: true,
      includeEgressFreeTier: true,
      customEgressRates: {},
      currency: "USD",
      exchangeRate: 150,
    },
  };
}

async function timed(
  asked: SearchQuestion,
  catalog: LazyCatalog,
  index = diskPlatform.searchIndex,
) {
  const started = performance.now();
  const [opened, read] = await Promise.all([catalog.open(), index()]);
  const answer = await search(asked, read, opened);
  return { ms: performance.now() - started, answer, read };
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

if (process.argv.includes("--cold")) {
  const { ms } = await timed(question(5e8, 120, 512), new LazyCatalog(diskPlatform.catalog));
  console.log(ms, process.resourceUsage().maxRSS);
} else {
  const cold = Array.from({ length: COLD_RUNS }, () =>
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), "--cold"], {
      encoding: "utf8",
    })
      .split(" ")
      .map(Number),
  );
  const coldMs = median(cold.map(([ms = Number.NaN]) => ms));
  const memoryMb = Math.max(...cold.map(([, kb = Number.NaN]) => kb)) / KB_PER_MB;

  const catalog = new LazyCatalog(diskPlatform.catalog);
  const first = await timed(question(5e8, 120, 512), catalog);
  const times: number[] = [];
  for (let run = 0; run < WARM_RUNS; run += 1) {
    const asked = question(10 ** (4 + (run % 8)), 20 + 37 * (run % 11), 128 * (1 + (run % 16)));
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is timed
    const { ms } = await timed(asked, catalog, () => Promise.resolve(first.read));
    times.push(ms);
  }
  const warmMs = median(times);
  const { considered, carrying, regions } = first.answer;
  console.log(`${considered} offers in ${regions} regions, ${carrying} of them carry the load`);
  console.log(
    `cold: ${coldMs.toFixed(1)} ms (budget ${COLD_BUDGET_MS}), ${memoryMb.toFixed(0)} MB (budget ${MEMORY_BUDGET_MB})`,
  );
  console.log(
    `warm: ${warmMs.toFixed(1)} ms, at most ${Math.max(...times).toFixed(1)} ms (budget ${WARM_BUDGET_MS})`,
  );
  process.exitCode =
    coldMs <= COLD_BUDGET_MS && warmMs <= WARM_BUDGET_MS && memoryMb <= MEMORY_BUDGET_MB ? 0 : 1;
}
