import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { QUESTION } from "../runtimes/_load.ts";
import { nodeEntry, type NodeEntry } from "../runtimes/_node-entry.ts";
import { startPrometheus, type Prometheus } from "./_prometheus.ts";

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
  expect(run("check", "config", "--syntax-only", "prometheus.yml")).toContain("SUCCESS");
  expect(run("check", "rules", "alerts.yml")).toContain("SUCCESS");
  expect(run("test", "rules", "alerts.test.yml")).toContain("SUCCESS");
});

test("every alert has a case in which it is made, and one in which it is not", () => {
  const text = (name: string) => readFileSync(FOLDER + name, "utf8");
  const alerts = [...text("alerts.yml").matchAll(/- alert: (\w+)/gu)].map(([, name]) => name);
  expect(alerts.length).toBeGreaterThan(7);
  const cases = text("alerts.test.yml").replaceAll(/\s+/gu, " ");
  for (const name of alerts) {
    expect(cases, name).toContain(`alertname: ${name}, exp_alerts: []`);
    expect(cases, name).toContain(`alertname: ${name} exp_alerts: -`);
  }
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

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
}

describe("a Prometheus that reads the server as prometheus.yml says", () => {
  let prometheus: Prometheus;
  beforeAll(async () => {
    prometheus = await startPrometheus(entry.port, TOKEN);
    // Two readings, with requests between them.
    const ask = async () => {
      await fetch(entry.url + QUESTION);
      const [more = 0] = await prometheus.query(
        "sum(increase(http_request_duration_seconds_count[1m]))",
      );
      if (more === 0) throw new Error("nothing has been read twice");
    };
    await vi.waitFor(ask, { timeout: 30_000, interval: 500 });
  });
  afterAll(() => prometheus.stop());

  const { panels } = JSON.parse(readFileSync(`${FOLDER}grafana-dashboard.json`, "utf8")) as {
    panels: readonly Panel[];
  };

  test.each(panels.map(({ title, targets }) => [title, targets] as const))(
    "has an answer for the dashboard's panel: %s",
    async (title, targets) => {
      for (const { expr } of targets) {
        const query = expr
          .replaceAll("$job", "cost-simulator")
          .replaceAll("$__rate_interval", "1m");
        const values = await prometheus.query(query);
        // By route: none came, and nothing is drawn.
        if (title === "Errors of the server") expect(values).toEqual([]);
        else expect(values.length, expr).toBeGreaterThan(0);
      }
    },
  );

  test("evaluates every rule of alerts.yml, and none fires", async () => {
    await expect
      .poll(async () => (await prometheus.rules()).map(({ health }) => health))
      .toSatisfy((all: string[]) => all.length > 8 && all.every((health) => health === "ok"));
    const firing = (await prometheus.rules()).filter(({ state }) => state === "firing");
    expect(firing).toEqual([]);
    await expect
      .poll(() => prometheus.query("cost_simulator:requests:rate5m"))
      .toEqual([expect.any(Number)]);
  });
});
