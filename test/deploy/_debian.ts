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
  await makeArchives();
  return WITH_NODE;
}

/** The same with nginx, Redis and systemd: what stands beside the application; an archive. */
export async function debianWithServices(): Promise<string> {
  await makeArchives();
  return WITH_SERVICES;
}

const WITH_NODE = join(KEPT, `node-${NODE_VERSION}.tar`);
const WITH_SERVICES = join(KEPT, `services-${NODE_VERSION}.tar`);

const SERVICES =
  "nginx-light libnginx-mod-http-brotli-static redis-server curl openssl systemd systemd-sysv dbus";

/** Nobody reads them there. That dpkg leaves them out takes a process more for each package. */
const TAKE_DOCUMENTATION_OUT = `rm -rf "$1"/usr/share/doc/* "$1"/usr/share/man/* "$1"/usr/share/locale/*`;

/** Makes both in one go, in which the services are added to what has been archived: Debian takes a minute. */
async function makeArchives(): Promise<void> {
  if (existsSync(WITH_NODE) && existsSync(WITH_SERVICES)) return;
  mkdirSync(KEPT, { recursive: true });
  // npm-cli.js stands two folders below npm's own.
  const command = (await run(["sh", "-c", "command -v npm"])).output;
  const npm = dirname(dirname(await realpath(command)));
  const hooks = [
    `cp --dereference ${NODE} "$1/usr/local/bin/node"`,
    `mkdir -p "$1/usr/local/lib/node_modules"`,
    `cp -R ${npm} "$1/usr/local/lib/node_modules/npm"`,
    `ln -s ../lib/node_modules/npm/bin/npm-cli.js "$1/usr/local/bin/npm"`,
    `chroot "$1" useradd --create-home --uid 1000 node`,
    TAKE_DOCUMENTATION_OUT,
    // What is mounted there is this machine's, and apt's lists are taken away at the end only.
    `tar --create --one-file-system --exclude './var/lib/apt/lists/*' --exclude './var/cache/apt/*' --directory "$1" --file ${WITH_NODE}.part .`,
    `chroot "$1" apt-get install -qq --yes ${SERVICES} > /dev/null`,
    TAKE_DOCUMENTATION_OUT,
  ];
  const making = ["mmdebstrap", "--quiet", "--variant=minbase", "--format=tar"];
  making.push('--aptopt=Apt::Install-Recommends "false"');
  making.push(...hooks.map((hook) => `--customize-hook=${hook}`));
  making.push("bookworm", `${WITH_SERVICES}.part`);
  // Another test file may be making them: who comes second waits, and finds them.
  const script = [
    "set -e",
    `if [ -e ${WITH_NODE} ] && [ -e ${WITH_SERVICES} ]; then exit 0; fi`,
    '"$@"',
    `for archive in ${WITH_NODE} ${WITH_SERVICES}; do mv "$archive.part" "$archive"; done`,
  ].join("\n");
  await run(["flock", join(KEPT, "archives.lock"), "sh", "-c", script, "sh", ...making]);
}
