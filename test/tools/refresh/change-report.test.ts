import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { changeReport } from "../../../tools/refresh/change-report.ts";
import type { Outcome } from "../../../tools/refresh/changes.ts";
import { emptyFolder } from "./_catalog.ts";

const ROOT = join(import.meta.dirname, "../../..");
const OXFMT = join(ROOT, "node_modules/oxfmt/bin/oxfmt");
const OXFMT_SETTINGS = join(ROOT, ".oxfmtrc.json");

const OUTCOME: Outcome = {
  name: "aws/us-east-1",
  changes: [
    { kind: "price", what: "m9.large, on_demand", of: "machine", before: 0.1, after: 0.09 },
    {
      kind: "price",
      what: "aws_lambda requests",
      of: "meter",
      before: 0.0000002,
      after: 0.00000028,
    },
    { kind: "type", what: "g9.large", before: null, after: "2 vCPUs, 4096 MB, arm64" },
    { kind: "type", what: "c1.medium", before: "2 vCPUs, 1740 MB, x86_64", after: null },
  ],
  confirmed: 12,
  leftOut: ["x9.large: its vCPUs and memory are not known"],
  missing: ["egress"],
  outdated: [],
  coverage: [{ title: "The list", date: "2026-10-30", expected: 3, read: 3 }],
};

/** A text as `npm run format` leaves it, for the report becomes part of the documentation. */
async function formatted(text: string): Promise<string> {
  const folder = await emptyFolder();
  const file = join(folder, "report.md");
  await writeFile(file, text);
  await promisify(execFile)(process.execPath, [OXFMT, "--config", OXFMT_SETTINGS, file]);
  const result = await readFile(file, "utf8");
  await rm(folder, { recursive: true });
  return result;
}

test("a report says what moved, what is new, gone, missing and left out, and from which lists", async () => {
  const other = { ...OUTCOME, name: "aws/eu-west-1", changes: [], missing: [], confirmed: 0 };
  const report = changeReport({
    today: "2026-11-01",
    asked: "aws",
    outcomes: [OUTCOME, other],
    accepted: [{ name: "aws/us-east-1", what: "egress", reason: "not listed any more", size: 1 }],
    skipped: ["gcp: GOOGLE_BILLING_API_KEY is not set"],
  });
  expect(report).toBe(await formatted(report));
  expect(report).toBe(`# Price changes of 2026-11-01: aws

4 changes and 12 prices confirmed by newer sources, in 1 of 2 cards.

## Accepted by hand

- aws/us-east-1: egress, not listed any more

## Not asked

- gcp: GOOGLE_BILLING_API_KEY is not set

## Moves

| by            | up  | down |
| ------------- | --- | ---- |
| 50 % and more | 0   | 0    |
| 30 to 50 %    | 1   | 0    |
| 20 to 30 %    | 0   | 0    |
| 10 to 20 %    | 0   | 1    |
| 5 to 10 %     | 0   | 0    |
| 2 to 5 %      | 0   | 0    |
| 0 to 2 %      | 0   | 0    |

## Prices that moved

- aws/us-east-1: aws_lambda requests: 0.0000002 → 0.00000028 (+40.0 %)
- aws/us-east-1: m9.large, on_demand: 0.1 → 0.09 (-10.0 %)

## New

- aws/us-east-1: g9.large: 2 vCPUs, 4096 MB, arm64

## Gone

- aws/us-east-1: c1.medium: was 2 vCPUs, 1740 MB, x86_64

## Missing in their source, kept as they were

- aws/us-east-1: egress

## Left out

- aws/us-east-1 and 1 more: x9.large: its vCPUs and memory are not known

## Sources

- The list, of 2026-10-30
`);
});
