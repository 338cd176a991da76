import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { KEPT } from "../_debian.ts";
import { docker } from "../_engine.ts";
import { manifestsOf } from "../_manifests.ts";
import { run, type RunResult } from "../_run.ts";

/** The Deployment for Kubernetes, run by podman with the image that the engine has. */
export function podmanTests(): void {
  const folder = mkdtempSync(join(tmpdir(), "podman-"));
  const PORT = 15_871;

  /** podman, on a machine without systemd. */
  function podman(...words: readonly string[]): Promise<RunResult> {
    const store = ["--root", `${folder}/root`, "--runroot", `${folder}/run`];
    return run(["podman", "--log-level=fatal", ...store, ...words], {
      environment: { CONTAINERS_CONF: join(folder, "containers.conf") },
    });
  }

  beforeAll(async () => {
    const archive = join(KEPT, "image.tar");
    await docker(["save", "--output", archive, "cost-simulator"]);
    writeFileSync(
      join(folder, "containers.conf"),
      [
        "[containers]",
        'default_ulimits = ["nofile=16384:16384", "nproc=4096:4096"]',
        "[engine]",
        'cgroup_manager = "cgroupfs"',
        'runtime = "runc"',
        'events_logger = "file"',
      ].join("\n"),
    );
    await podman("load", "--input", archive);
    // podman has no autoscaler, and one machine has each port once.
    const manifests = (await manifestsOf("trial")).filter(({ kind }) =>
      ["ConfigMap", "Deployment"].includes(kind),
    );
    const text = JSON.stringify(manifests)
      .replace('"image":"cost-simulator"', '"image":"localhost/cost-simulator:latest"')
      .replace(
        '"containerPort":5001',
        `"containerPort":5001,"hostPort":${PORT},"hostIP":"127.0.0.1"`,
      );
    const file = join(folder, "deployment.yaml");
    writeFileSync(
      file,
      (JSON.parse(text) as unknown[]).map((m) => JSON.stringify(m)).join("\n---\n"),
    );
    await podman("tag", "cost-simulator:latest", "localhost/cost-simulator:latest");
    await podman("play", "kube", file);
  });
  afterAll(async () => {
    await podman("play", "kube", "--down", join(folder, "deployment.yaml"));
    await podman("system", "reset", "--force");
  });

  test("answers, with what its ConfigMap says and its securityContext asks for", async () => {
    await expect
      .poll(async () => {
        try {
          return (await fetch(`http://127.0.0.1:${PORT}/health`)).status;
        } catch {
          return 0;
        }
      })
      .toBe(200);
    const name = (await podman("ps", "--format", "{{.Names}}")).output
      .split("\n")
      .find((found) => found.includes("server"));
    const code = `const status = require("fs").readFileSync("/proc/self/status", "utf8");
      JSON.stringify([process.getuid(), process.env.WORKERS, /CapBnd:\\s+0{16}/.test(status)])`;
    const { output } = await podman("exec", name ?? "", "node", "--print", code);
    expect(JSON.parse(output)).toEqual([1000, "1", true]);
  });
}
