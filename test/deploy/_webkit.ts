import { spawn, type ChildProcess } from "node:child_process";
import { vi } from "vitest";
import type { Driven } from "./_driven.ts";
import { freePort } from "./_redis.ts";

const MINI_BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** Debian's WebKit, in a window that nobody sees, by the protocol that browsers are driven with. */
export async function startWebkit(): Promise<Driven> {
  const screen = await startScreen();
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], {
    env: { ...process.env, DISPLAY: screen.display, LANG: "en_US.UTF-8" },
    stdio: "ignore",
  });
  const ask = asker(`http://127.0.0.1:${port}`);
  const { sessionId } = await vi.waitFor(
    () =>
      ask<{ sessionId: string }>("POST", "/session", {
        capabilities: {
          alwaysMatch: {
            browserName: "MiniBrowser",
            "webkitgtk:browserOptions": { binary: MINI_BROWSER, args: ["--automation"] },
          },
        },
      }),
    { timeout: 30_000 },
  );
  const session = `/session/${sessionId}`;
  const read = <Value>(expression: string) =>
    ask<Value>("POST", `${session}/execute/sync`, { script: `return ${expression}`, args: [] });
  async function find(expression: string): Promise<string> {
    const element = await read<Record<string, string> | null>(expression);
    const [id] = Object.values(element ?? {});
    if (id === undefined) throw new Error(`not on the page: ${expression}`);
    return `${session}/element/${id}`;
  }
  return {
    name: "WebKit",
    open: (url) => ask("POST", `${session}/url`, { url }),
    read,
    click: async (expression) => ask("POST", `${await find(expression)}/click`, {}),
    type: async (expression, text) => ask("POST", `${await find(expression)}/value`, { text }),
    close: async () => {
      await ask("DELETE", session);
      await Promise.all([ended(driver), ended(screen.server)]);
    },
  };
}

/** A screen in memory, and the name by which programs find it. */
async function startScreen(): Promise<{ server: ChildProcess; display: string }> {
  const server = spawn(
    "Xvfb",
    ["-displayfd", "1", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const display = await new Promise<string>((resolve, reject) => {
    server.once("error", reject);
    server.stdout.once("data", (number: Buffer) => resolve(`:${number.toString().trim()}`));
  });
  return { server, display };
}

function asker(address: string) {
  return async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const response = await fetch(address + path, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: Value };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill();
  });
}
