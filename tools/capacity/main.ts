import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FIELDS } from "../../shared/fields.ts";
import { PERCENT } from "../../shared/units.ts";
import { measuredLoad, type MeasuredRequest } from "./measured-load.ts";
import { LOADS_PER_MINUTE, measuredAnswerKb, pricedDeployments } from "./priced-deployments.ts";

/** Where the tables stand; `npm run docs:capacity` writes them anew. */
export const CAPACITY_PAGE = fileURLToPath(
  new URL("../../docs/runbooks/capacity.md", import.meta.url),
);
const LOAD_REPORT = fileURLToPath(new URL("../../docs/load-report.md", import.meta.url));

const US_PER_SECOND = 1_000_000;
const US_PER_MS = 1000;
const SECONDS_PER_MINUTE = 60;

/** A text with both tables in their places. */
export async function withCapacityTables(text: string): Promise<string> {
  const measured = measuredLoad(readFileSync(LOAD_REPORT, "utf8"));
  const heaviest = measured.reduce((a, b) => (a.cpuUs > b.cpuUs ? a : b));
  const withCapacity = replaced(text, "capacity", capacityTable(measured));
  return replaced(withCapacity, "costs", await costTable(heaviest));
}

/** Requests that one vCPU answers. */
function capacityTable(measured: readonly MeasuredRequest[]): string {
  const share = FIELDS.target_utilisation.default;
  const rows = measured.map(({ endpoint, cpuUs, requestsPerSecond }) => {
    const full = US_PER_SECOND / cpuUs;
    return [
      `\`${endpoint}\``,
      `${cpuUs} µs`,
      rounded(full),
      rounded(full * share),
      rounded(full * share * SECONDS_PER_MINUTE),
      rounded(requestsPerSecond),
    ];
  });
  const at = `at ${share * PERCENT} % of it`;
  return table([
    [
      "question",
      "CPU time of one",
      "a second, one vCPU",
      at,
      `a minute, ${at}`,
      "a second, the measured machine",
    ],
    ...rows,
  ]);
}

/** What each deployment costs a month at each load. */
async function costTable({ endpoint, cpuUs }: MeasuredRequest): Promise<string> {
  const kb = await measuredAnswerKb();
  const cpuMs = cpuUs / US_PER_MS;
  const { deployments, pricesAsOf } = await pricedDeployments({ cpuMs, answerKb: kb });
  const rows = deployments.map(({ label, atLoads }) => [
    label,
    ...atLoads.map(({ monthlyCost, lineItems, capacity }) => {
      const egress = lineItems.find(({ meter }) => meter === "egress")?.amount ?? 0;
      const machines = capacity === null ? "" : ` (${rounded(capacity.machines)})`;
      return `${dollars((monthlyCost ?? 0) - egress)}${machines} + ${dollars(egress)}`;
    }),
  ]);
  const loads = LOADS_PER_MINUTE.map((load) => `${rounded(load)} a minute`);
  const assumed = [
    `Each request is one to \`${endpoint}\`: ${cpuUs} µs of CPU time and an answer of ${kb} KB, uncompressed. The`,
    `busiest moment has ${FIELDS.peak_to_average.default} times the mean, and may use ${FIELDS.target_utilisation.default * PERCENT} % of the CPUs. The oldest price is of ${pricesAsOf}.`,
  ].join("\n");
  return `${assumed}\n\n${table([["USD a month", ...loads], ...rows])}`;
}

/** Three digits that count; an amount below ten to the cent. */
function dollars(amount: number): string {
  return amount < 10 ? amount.toFixed(2) : rounded(amount);
}

function rounded(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

/** A table as the formatter leaves it: names to the left, figures to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const toLine = (cells: readonly string[]) =>
    `| ${cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join(" | ")} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [toLine(head), toLine(rule), ...rows.slice(1).map(toLine)].join("\n");
}

function replaced(text: string, name: string, content: string): string {
  const start = `<!-- ${name}: npm run docs:capacity -->\n\n`;
  const from = text.indexOf(start) + start.length;
  const to = text.indexOf(`\n\n<!-- end of ${name} -->`);
  if (from < start.length || to < from) {
    throw new Error(`${CAPACITY_PAGE} has no place for ${name}`);
  }
  return text.slice(0, from) + content + text.slice(to);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = readFileSync(CAPACITY_PAGE, "utf8");
  writeFileSync(CAPACITY_PAGE, await withCapacityTables(text));
}
