import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { freePort } from "./_redis.ts";
import { ROOT } from "./_run.ts";

/** A rule that has been evaluated; a recording rule has no state. */
interface Rule {
  readonly name: string;
  readonly health: string;
  readonly state?: string;
}

/** A Prometheus of the tests' own. */
export interface Prometheus {
  /** The values of an expression now; what is no number counts as none. */
  readonly query: (expression: string) => Promise<number[]>;
  readonly rules: () => Promise<Rule[]>;
  readonly stop: () => Promise<void>;
}

/** Starts it with the committed configuration; what differs is whom it asks, how often, and the token's file. */
export async function startPrometheus(target: number, token: string): Promise<Prometheus> {
  const folder = mkdtempSync(join(tmpdir(), "prometheus-"));
  const from = join(ROOT, "deploy/monitoring");
  copyFileSync(join(from, "alerts.yml"), join(folder, "alerts.yml"));
  writeFileSync(join(folder, "token"), token);
  const text = readFileSync(join(from, "prometheus.yml"), "utf8")
    .replaceAll("15s", "1s")
    .replace("/etc/prometheus/metrics-token", join(folder, "token"))
    .replace("cost-simulator:5001", `127.0.0.1:${target}`);
  const configuration = join(folder, "prometheus.yml");
  writeFileSync(configuration, text);
  const port = await freePort();
  const child = spawn(
    "prometheus",
    [
      `--config.file=${configuration}`,
      `--storage.tsdb.path=${join(folder, "data")}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { stdio: "ignore" },
  );
  const ask = async (path: string): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/${path}`);
    const { data, error } = (await response.json()) as { data?: unknown; error?: string };
    if (error !== undefined) throw new Error(error);
    return data;
  };
  await vi.waitFor(() => ask("status/runtimeinfo"), { timeout: 30_000 });
  return {
    query: async (expression) => {
      const { result } = (await ask(`query?${new URLSearchParams({ query: expression })}`)) as {
        result: { value: [number, string] }[];
      };
      return result.map(({ value: [, value] }) => Number(value)).filter(Number.isFinite);
    },
    rules: async () => {
      const { groups } = (await ask("rules")) as { groups: { rules: Rule[] }[] };
      return groups.flatMap(({ rules }) => rules);
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}
