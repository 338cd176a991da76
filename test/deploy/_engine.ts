import { spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readdirSync, writeFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { vi } from "vitest";
import { KEPT } from "./_debian.ts";
import { run, type RunOptions, type RunResult } from "./_run.ts";

/** Debian's client, which has BuildKit in it. */
export const DOCKER = "/usr/bin/docker";

const FOLDER = join(KEPT, "engine");
const ADDRESS = `unix://${FOLDER}/run/docker.sock`;

/** Limits that any machine grants: an engine of root's asks for more than a small one has. */
const LIMIT = { Hard: 16_384, Soft: 16_384 };
const SETTINGS = {
  "data-root": `${FOLDER}/data`,
  "exec-root": `${FOLDER}/run/exec`,
  pidfile: `${FOLDER}/run/docker.pid`,
  hosts: [ADDRESS],
  "default-ulimits": {
    nofile: { Name: "nofile", ...LIMIT },
    nproc: { Name: "nproc", ...LIMIT },
  },
};

/** What commands need to talk to the engine. */
export const ENVIRONMENT: Readonly<Record<string, string>> = {
  DOCKER_HOST: ADDRESS,
  DOCKER_BUILDKIT: "1",
  COMPOSE_DOCKER_CLI_BUILD: "1",
};

/** Runs `docker` with these words on the engine of the tests. */
export function docker(words: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const environment = { ...ENVIRONMENT, ...options.environment };
  return run([DOCKER, ...words], { ...options, environment });
}

/**
 * Starts a container engine of the tests' own, beside any that the machine has, and resolves with what stops
 * it. Images that it has built before are still there.
 */
export async function startEngine(): Promise<() => Promise<void>> {
  mkdirSync(`${FOLDER}/run`, { recursive: true });
  const settings = join(FOLDER, "daemon.json");
  writeFileSync(settings, JSON.stringify(SETTINGS));
  await removeNamespaces();
  const links = await linkNames();
  const rules = (await run(["iptables-save"])).output;
  const forwarding = await readFile("/proc/sys/net/ipv4/ip_forward", "utf8");
  const log = openSync(join(FOLDER, "engine.log"), "w");
  const daemon = spawn("dockerd", ["--config-file", settings], { stdio: ["ignore", log, log] });
  await vi.waitFor(() => docker(["version"]), { timeout: 60_000 });
  // What an engine that was killed had running is started again with it.
  await leaveNothingRunning();

  /** Leaves the machine as it was: no containers, no swarm, no links or namespaces, its own rules. */
  return async () => {
    await leaveNothingRunning();
    await docker(["network", "prune", "--force"]);
    const ended = new Promise((resolve) => daemon.once("exit", resolve));
    daemon.kill("SIGTERM");
    await ended;
    await removeNamespaces();
    for (const name of await linkNames()) {
      // One end of a pair goes with the other.
      if (!links.has(name)) await run(["ip", "link", "delete", name], { mayFail: true });
    }
    await run(["iptables-restore"], { input: `${rules}\n` });
    writeFileSync("/proc/sys/net/ipv4/ip_forward", forwarding);
  };
}

/** Takes every container away, and the swarm. */
export async function leaveNothingRunning(): Promise<void> {
  await docker(["swarm", "leave", "--force"], { mayFail: true });
  await vi.waitFor(removeContainers, { timeout: 60_000 });
}

/** Throws until there are none: some may be on their way out by themselves. */
async function removeContainers(): Promise<void> {
  const { output } = await docker(["ps", "--all", "--quiet"]);
  if (output === "") return;
  await docker(["rm", "--force", ...output.split("\n")], { mayFail: true });
  throw new Error(`containers are left: ${output}`);
}

/** The network links of this machine that an engine makes: bridges, pairs, and Swarm's tunnels. */
async function linkNames(): Promise<Set<string>> {
  const { output } = await run(["ip", "-brief", "link"]);
  // "veth1@if2 UP …": what stands behind the @ is the other end.
  const names = output.split("\n").map((line) => line.split(/[@\s]/u)[0] ?? "");
  return new Set(names.filter((name) => /^(?:docker|br-|veth|vx-)/u.test(name)));
}

/** Network namespaces that an engine leaves mounted when it ends: the next one could not make them. */
async function removeNamespaces(): Promise<void> {
  const folder = `${FOLDER}/run/exec/netns`;
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    await run(["umount", "--lazy", join(folder, name)], { mayFail: true });
  }
  await rm(folder, { recursive: true, force: true });
}
