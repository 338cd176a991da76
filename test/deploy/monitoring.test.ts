import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { QUESTION } from "../runtimes/_load.ts";
import { nodeEntry, type NodeEntry } from "../runtimes/_node-entry.ts";

const FOLDER = fileURLToPath(new URL("../../deploy/monitoring/", import.meta.url));
const TOKEN = "0123456789abcdef";

let entry: NodeEntry;
let metrics = "";
beforeAll(async () => {
  entry = await nodeEntry({ METRICS_TOKEN: TOKEN, WORKERS: "2" });
  const paths = [QUESTION, QUESTION, "/health", "/", "/api/v1/nothing"];
  await Promise.all(paths.map((path) => fetch(entry.url + path)));
  const headers = { authorization: `Bearer ${TOKEN}` };
  metrics = await (await fetch(`${entry.url}/metrics`, { headers })).text();
});
afterAll(() => entry.end());

test("promtool has nothing against the measures", () => {
  const { status, stdout, stderr } = spawnSync("promtool", ["check", "metrics"], {
    input: metrics,
  });
  expect(`${stdout.toString()}${stderr.toString()}`).toBe("");
  expect(status).toBe(0);
});

test("promtool accepts the alerts, and they are made when they must be", () => {
  const run = (...words: string[]) => execFileSync("promtool", words, { cwd: FOLDER }).toString();
  expect(run("check", "rules", "alerts.yml")).toContain("SUCCESS");
  expect(run("test", "rules", "alerts.test.yml")).toContain("SUCCESS");
});

/** Names of measures that a text of queries has. */
function namesIn(text: string): Set<string> {
  return new Set(
    text.match(
      /\b(?:http|answer|rate|catalog|process|nodejs)_[a-z0-9_]*(?:seconds|total|count|bucket|flight|connections|bytes)\b/gu,
    ),
  );
}

test.each(["alerts.yml", "grafana-dashboard.json"])("%s asks only for what is measured", (name) => {
  const asked = namesIn(readFileSync(FOLDER + name, "utf8"));
  expect(asked.size).toBeGreaterThan(3);
  for (const measure of asked) {
    expect(metrics, measure).toMatch(new RegExp(`^(?:# TYPE )?${measure}[ {]`, "mu"));
  }
});
