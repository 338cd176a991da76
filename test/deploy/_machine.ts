import { spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { vi } from "vitest";
import { VERSION } from "../../worker/version.ts";
import { debianWithServices, KEPT } from "./_debian.ts";
import { run, ROOT, type RunOptions, type RunResult } from "./_run.ts";

/** A Debian machine of its own, with systemd as its first process, a network of its own and this project. */
export interface Machine {
  /** Runs a command in it. */
  readonly run: typeof run;
  /** Runs a shell's command in it. */
  readonly shell: (command: string, options?: RunOptions) => Promise<RunResult>;
  readonly stop: () => Promise<void>;
}

/** Where a release is on the machine. */
export function releaseFolder(version: string): string {
  return `/opt/cost-simulator-${version}`;
}

/**
 * A shell's commands that make another release of the one that is there: the same but for its version.
 */
export function anotherRelease(version: string): string {
  const [from, to] = [releaseFolder(VERSION), releaseFolder(version)];
  return [
    "set -e",
    `mkdir ${to}`,
    `cp -R ${from}/worker ${from}/shared ${from}/dist ${from}/deploy ${from}/package.json ${to}`,
    `ln -s ${from}/node_modules ${to}/node_modules`,
    `sed -i 's/"${VERSION}"/"${version}"/' ${to}/worker/version.ts`,
  ].join("\n");
}

/** A shell's commands that start both servers anew with these settings. */
export function restartedWith(...settings: readonly string[]): string {
  return [
    "set -e",
    `printf '%s\\n' ${settings.join(" ")} > /etc/cost-simulator/settings`,
    "systemctl restart cost-simulator@5001 cost-simulator@5002",
    "for port in 5001 5002; do",
    "  curl --silent --fail --output /dev/null --retry 20 --retry-all-errors --retry-delay 1 http://127.0.0.1:$port/health",
    "done",
  ].join("\n");
}

/** Boots it, with the project as the release of its version. */
export async function bootMachine(): Promise<Machine> {
  const folder = join(KEPT, "machine");
  if (!existsSync(join(folder, "etc/os-release"))) {
    mkdirSync(folder, { recursive: true });
    await run(["tar", "--extract", "--file", await debianWithServices(), "--directory", folder]);
  }
  const log = openSync(join(KEPT, "machine.log"), "w");
  const boot = ["--quiet", "--boot", "--register=no", "--keep-unit", "--private-network"];
  const name = `--machine=tried-${process.pid}`;
  const options = [...boot, name, `--bind-ro=${ROOT}:${releaseFolder(VERSION)}`];
  const child = spawn(
    "systemd-nspawn",
    ["--volatile=overlay", `--directory=${folder}`, ...options],
    {
      stdio: ["ignore", log, log],
    },
  );
  const first = await vi.waitFor(() => firstProcess(child.pid ?? 0), { timeout: 30_000 });
  const inside = ["nsenter", "--target", first, "--mount", "--uts", "--ipc", "--net", "--pid"];
  const runInside: typeof run = (words, how) =>
    run([...inside, "--root", "--wdns=/", ...words], how);
  const shell: Machine["shell"] = (command, how) => runInside(["/bin/sh", "-c", command], how);
  const isUp = async () => {
    const { output } = await shell("systemctl is-system-running", { mayFail: true });
    if (!/running|degraded/u.test(output)) throw new Error(`systemd is ${output}`);
  };
  await vi.waitFor(isUp, { timeout: 60_000, interval: 200 });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    await shell("systemctl poweroff", { mayFail: true });
    await ended;
  };
  return { run: runInside, shell, stop };
}

/** The number of the machine's systemd, as this machine sees it. */
async function firstProcess(parent: number): Promise<string> {
  const { output: monitor } = await run(["pgrep", "--parent", String(parent)]);
  const [first = ""] = monitor.split("\n");
  const { output } = await run(["ps", "--no-headers", "-o", "comm=", "--pid", first]);
  if (output.startsWith("systemd") && !output.startsWith("systemd-n")) return first;
  return (await run(["pgrep", "--parent", first])).output.split("\n")[0] ?? "";
}
