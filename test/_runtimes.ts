import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createFetch } from "../worker/fetch.ts";
import { diskPlatform } from "../worker/disk-platform.ts";

/** One of the places where the application runs, reached as its clients reach it. */
export interface Runtime {
  readonly name: "in-process" | "node" | "deno" | "workerd";
  readonly url: string;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** Tests ask more in a minute than a client may. */
const UNLIMITED = { RATE_LIMIT: "0" } as const;

/** The application in this process, without a server. */
export function inProcess(): Runtime {
  const app = createFetch(diskPlatform);
  const url = "http://in-process";
  return {
    name: "in-process",
    url,
    fetch: (path, init) => app(new Request(new URL(path, url), init)),
    close: () => Promise.resolve(),
  };
}

/** The Node entry, as the container runs it. */
export async function nodeServer(): Promise<Runtime> {
  const child = spawn(process.execPath, ["worker/node.ts"], {
    cwd: ROOT,
    env: { ...process.env, ...UNLIMITED, PORT: "0", HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return served("node", child, await listeningUrl(child));
}

/** The Deno entry, as `deno serve` runs it. */
export async function denoServer(): Promise<Runtime> {
  const deno = fileURLToPath(new URL("../node_modules/deno/deno", import.meta.url));
  const child = spawn(
    deno,
    [
      "serve",
      "--port=0",
      "--host=127.0.0.1",
      "--allow-read",
      "--allow-env",
      "--no-check",
      "worker/deno.ts",
    ],
    {
      cwd: ROOT,
      env: { ...process.env, ...UNLIMITED, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  return served("deno", child, await listeningUrl(child));
}

/** The Cloudflare entry, bundled by wrangler and run by workerd with its assets. */
export async function workerdServer(): Promise<Runtime> {
  // Wrangler takes longer to load than most tests take, and few of them need it.
  const { createTestHarness } = await import("wrangler");
  const harness = createTestHarness({
    root: ROOT,
    workers: [{ configPath: "wrangler.toml", vars: UNLIMITED }],
  });
  const { url } = await harness.listen();
  return {
    name: "workerd",
    url: url.href.replace(/\/$/u, ""),
    fetch: (path, init) => fetch(new URL(path, url), init),
    close: () => harness.close(),
  };
}

/** All four, started side by side. */
export async function allRuntimes(): Promise<Runtime[]> {
  return [inProcess(), ...(await Promise.all([nodeServer(), denoServer(), workerdServer()]))];
}

function served(name: Runtime["name"], child: ChildProcess, url: string): Runtime {
  return {
    name,
    url,
    fetch: (path, init) => fetch(new URL(path, url), init),
    close: () => closed(child),
  };
}

function listeningUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /https?:\/\/(?:127\.0\.0\.1|localhost):\d+/u.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
}

function closed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
