import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** How a command is run. */
export interface RunOptions {
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
  /** Its exit code is no error, but part of the answer. */
  readonly mayFail?: boolean;
}

/** What a command said, on both streams together, and its exit code. */
export interface RunResult {
  readonly said: string;
  readonly output: string;
  readonly code: number | null;
}

/** Runs a command to its end, without holding up the test's own timers. */
export async function run(
  words: readonly string[],
  { folder = ROOT, environment = {}, input = "", mayFail = false }: RunOptions = {},
): Promise<RunResult> {
  const [command = "", ...rest] = words;
  const child = spawn(command, rest, { cwd: folder, env: { ...process.env, ...environment } });
  let said = "";
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0 && !mayFail) {
    throw new Error(`${words.join(" ")} ended with ${code}:\n${said.slice(-4000)}`);
  }
  return { said, output: output.trim(), code };
}
