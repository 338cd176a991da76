import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface ServedPage {
  /** Ends in a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The built page as the Node entry serves it, with its headers, on a free port. */
export function serveBuiltPage(): Promise<ServedPage> {
  const child = spawn(process.execPath, ["worker/node.ts"], {
    cwd: ROOT,
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
  });
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const origin = /http:\/\/127\.0\.0\.1:\d+/u.exec(output)?.[0];
      if (origin === undefined) return;
      resolve({
        url: `${origin}/`,
        close: () => {
          child.kill("SIGTERM");
          return ended;
        },
      });
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
}
