import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildImage, startEngine } from "./_engine.ts";
import { KEPT } from "./_debian.ts";
import { restrictedFaults, type PodSpec } from "./_restricted.ts";
import { run, ROOT, type RunResult } from "./_run.ts";
import { documentsOf, faultsOf, type Claim } from "./_validate.ts";

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: { readonly template: { readonly spec: PodSpec } };
}

/** What an overlay makes. */
async function manifestsOf(overlay: string): Promise<Manifest[]> {
  const folder = join(ROOT, "deploy/kubernetes/overlays", overlay);
  const { output } = await run(["kubectl", "kustomize", folder]);
  return documentsOf(output) as unknown as Manifest[];
}

/** Kinds of others than Kubernetes itself, by the module that has their types. */
const FOREIGN: Readonly<Record<string, string>> = {
  ServiceMonitor: "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor",
};

function claimsOf(manifests: readonly Manifest[], version: string): Claim[] {
  return manifests
    .filter(({ kind }) => !(kind in FOREIGN))
    .map((value) => {
      const [group = "", name = ""] = value.apiVersion.includes("/")
        ? value.apiVersion.split("/")
        : ["core", value.apiVersion];
      const module = `kubernetes-types-${version}/${group.split(".")[0]}/${name}`;
      return { value, module, type: value.kind };
    });
}

describe.each(["trial", "production"])("the overlay %s", (overlay) => {
  test.each(["1.26", "1.29", "1.30"])("is of the types of Kubernetes %s", async (version) => {
    const manifests = await manifestsOf(overlay);
    expect(manifests.length).toBeGreaterThanOrEqual(6);
    expect(await faultsOf(claimsOf(manifests, version))).toBe("");
  });

  test("keeps to the restricted profile", async () => {
    const deployment = (await manifestsOf(overlay)).find(({ kind }) => kind === "Deployment");
    expect(restrictedFaults(deployment?.spec?.template.spec ?? { containers: [] })).toEqual([]);
  });
});

test("the types and the profile find what is wrong", async () => {
  const manifests = await manifestsOf("trial");
  const deployment = manifests.find(({ kind }) => kind === "Deployment");
  const broken = JSON.parse(
    JSON.stringify(deployment)
      .replace("terminationGracePeriodSeconds", "terminationGracePeriod")
      .replace('"runAsNonRoot":true', '"runAsNonRoot":false'),
  ) as Manifest;
  expect(await faultsOf(claimsOf([broken], "1.30"))).toContain("terminationGracePeriod");
  expect(restrictedFaults(broken.spec?.template.spec ?? { containers: [] })).toEqual([
    "server: runAsNonRoot must be true",
  ]);
});

test("what is for the Prometheus operator is of its published type", async () => {
  const manifests = await manifestsOf("production");
  const claims = manifests.flatMap((value): Claim[] => {
    const module = FOREIGN[value.kind];
    return module === undefined ? [] : [{ value, module, type: `I${value.kind}` }];
  });
  expect(claims).toHaveLength(1);
  expect(await faultsOf(claims)).toBe("");
  const [claim] = claims;
  if (claim === undefined) throw new Error("no ServiceMonitor");
  const broken = JSON.parse(
    JSON.stringify(claim.value).replace("endpoints", "endpoint"),
  ) as unknown;
  expect(await faultsOf([{ ...claim, value: broken }])).toContain("endpoint");
});

test("the production overlay is measured by Prometheus, at the service's port, with its token", async () => {
  const manifests = await manifestsOf("production");
  const monitor = JSON.stringify(manifests.find(({ kind }) => kind === "ServiceMonitor"));
  expect(monitor).toContain('"port":"http"');
  expect(JSON.stringify(manifests.find(({ kind }) => kind === "Service"))).toContain(
    '"name":"http"',
  );
  const secret = '"name":"cost-simulator-metrics"';
  expect(monitor).toContain(secret);
  expect(JSON.stringify(manifests.find(({ kind }) => kind === "Deployment"))).toContain(secret);
});

describe("the Deployment, run by podman", () => {
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
    const engine = await startEngine();
    await buildImage(engine);
    const archive = join(KEPT, "image.tar");
    await engine.docker(["save", "--output", archive, "cost-simulator"]);
    await engine.stop();
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
});
