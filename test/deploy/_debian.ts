import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./_run.ts";

/** Where what takes long to make is kept between test files, and between runs. */
export const KEPT = "/var/tmp/cost-simulator-deploy";

/** The version that package.json pins, which the Dockerfile's base has. */
export const NODE_VERSION = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    devDependencies: { node: string };
  }
).devDependencies.node;

/** The binary of that version, which npm has installed. */
const NODE = fileURLToPath(new URL("../../node_modules/node/bin/node", import.meta.url));

/** Debian's smallest system with node and npm, as the official image of node has them; an archive. */
export async function debianWithNode(): Promise<string> {
  // npm-cli.js stands two folders below npm's own.
  const command = (await run(["sh", "-c", "command -v npm"])).output;
  const npm = dirname(dirname(await realpath(command)));
  return debian(`node-${NODE_VERSION}`, [
    "--include=ca-certificates",
    ...documentationLeftOut(),
    `--customize-hook=cp --dereference ${NODE} "$1/usr/local/bin/node"`,
    `--customize-hook=mkdir -p "$1/usr/local/lib/node_modules"`,
    `--customize-hook=cp -R ${npm} "$1/usr/local/lib/node_modules/npm"`,
    `--customize-hook=ln -s ../lib/node_modules/npm/bin/npm-cli.js "$1/usr/local/bin/npm"`,
    `--customize-hook=chroot "$1" useradd --create-home --uid 1000 node`,
  ]);
}

/** Debian with nginx, Redis and systemd: what stands beside the application; an archive. */
export async function debianWithServices(): Promise<string> {
  return debian("services", [
    "--include=nginx-light,libnginx-mod-http-brotli-static,redis-server,curl,openssl,systemd,systemd-sysv,dbus,ca-certificates",
    ...documentationLeftOut(),
    `--customize-hook=cp --dereference ${NODE} "$1/usr/local/bin/node"`,
  ]);
}

function documentationLeftOut(): string[] {
  return ["doc", "man", "locale"].map((name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`);
}

async function debian(name: string, options: readonly string[]): Promise<string> {
  const archive = join(KEPT, `${name}.tar`);
  if (existsSync(archive)) return archive;
  mkdirSync(KEPT, { recursive: true });
  const unfinished = `${archive}.part`;
  const words = ["mmdebstrap", "--quiet", "--variant=minbase", "--format=tar", ...options];
  const making = [...words, '--aptopt=Apt::Install-Recommends "false"', "bookworm", unfinished];
  // Another test file may be making it: who comes second waits, and finds it.
  const script = `[ -e ${archive} ] || { "$@" && mv ${unfinished} ${archive}; }`;
  await run(["flock", `${archive}.lock`, "sh", "-c", script, "sh", ...making]);
  return archive;
}
