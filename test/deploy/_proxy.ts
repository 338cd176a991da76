import { spawn } from "node:child_process";
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { run, ROOT } from "./_run.ts";

/** nginx with the configuration of the compose stack, in front of servers on this machine. */
export interface Proxy {
  readonly url: string;
  readonly plainUrl: string;
  readonly folder: string;
  /** Makes it take its configuration anew: other processes of it listen from then on. */
  readonly reload: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const HTTP_PORT = 15_780;
const HTTPS_PORT = 15_743;

/**
 * Starts it; what differs from the committed files is where the servers and certificates are. A second
 * one needs ports that are shifted.
 */
export async function startProxy(upstreamPorts: readonly number[], shift = 0): Promise<Proxy> {
  const httpPort = HTTP_PORT + shift;
  const httpsPort = HTTPS_PORT + shift;
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  // Its processes are another user than who starts it.
  chmodSync(folder, 0o755);
  for (const name of ["limits", "log", "proxy", "tls"]) {
    copyFileSync(join(ROOT, `deploy/nginx/${name}.conf`), join(folder, `${name}.conf`));
  }
  await run([join(ROOT, "deploy/nginx/self-signed.sh"), join(folder, "certificates"), "localhost"]);
  const servers = upstreamPorts.map(
    (port) => `server 127.0.0.1:${port} max_fails=1 fail_timeout=5s;`,
  );
  const adapted = (path: string) =>
    readFileSync(join(ROOT, path), "utf8")
      .replace(/server app:5001 .+;/u, servers.join("\n    "))
      .replace("listen 8080", `listen 127.0.0.1:${httpPort}`)
      .replace("listen 8443", `listen ${httpsPort}`)
      .replaceAll(" /tmp/", ` ${folder}/`)
      .replaceAll("/etc/nginx/certificates", join(folder, "certificates"))
      .replace("/dev/stderr", join(folder, "error.log"))
      .replace("/dev/stdout", join(folder, "requests.log"));
  writeFileSync(join(folder, "site.conf"), adapted("deploy/nginx/site.conf"));
  const configuration = join(folder, "nginx.conf");
  writeFileSync(configuration, adapted("deploy/compose/nginx.conf"));
  const words = ["-p", folder, "-c", configuration];
  await run(["nginx", "-t", "-q", ...words]);
  const child = spawn("nginx", [...words, "-g", "daemon off;"], { stdio: "inherit" });
  const plainUrl = `http://127.0.0.1:${httpPort}`;
  await vi.waitFor(() => fetch(plainUrl, { redirect: "manual" }), { timeout: 20_000 });
  /** Its processes that listen; those that were told to go are named so. */
  const listening = async () => {
    const { output } = await run([
      "ps",
      "--no-headers",
      "-o",
      "pid=,args=",
      "--ppid",
      `${child.pid}`,
    ]);
    return output.split("\n").filter((line) => line.endsWith("worker process"));
  };
  const reload = async () => {
    const before = new Set(await listening());
    child.kill("SIGHUP");
    const reloaded = async () => {
      const now = await listening();
      if (now.length === 0 || now.some((line) => before.has(line))) throw new Error("not reloaded");
    };
    await vi.waitFor(reloaded, { timeout: 20_000 });
  };
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGQUIT");
    await ended;
  };
  return { url: `https://127.0.0.1:${httpsPort}`, plainUrl, folder, reload, stop };
}

/** What curl says of an address: status and headers, names in lower case. */
export interface Head {
  readonly status: number;
  readonly protocol: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks for an address with curl, which believes any certificate. */
export async function head(url: string, ...options: readonly string[]): Promise<Head> {
  const format = "%{stderr}%{http_code} %{http_version}";
  const words = ["--silent", "--insecure", "--dump-header", "-", "--output", "/dev/null"];
  const { said, output } = await run(["curl", ...words, "--write-out", format, ...options, url], {
    mayFail: true,
  });
  const [status = "0", protocol = ""] = said.slice(said.lastIndexOf("\n") + 1).split(" ");
  const lines = output.split("\n").map((line) => /^([\w-]+): (.*?)\r?$/u.exec(line.trim()));
  const headers = Object.fromEntries(
    lines.flatMap((found) => (found === null ? [] : [[found[1]?.toLowerCase(), found[2]]])),
  ) as Record<string, string>;
  return { status: Number(status), protocol, headers };
}
