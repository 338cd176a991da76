import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildFlags, type Engine } from "./_engine.ts";
import { run, ROOT } from "./_run.ts";

/** The command blocks of a page: those marked `sh` run here, those marked `console` need an account. */
export function commandsOf(page: string): string[] {
  const text = readFileSync(join(ROOT, "docs/deploy", page), "utf8");
  return [...text.matchAll(/^```sh\n(.*?)^```$/gmsu)].map(([, block = ""]) => block);
}

/**
 * Runs a page's commands one after another in one shell, which ends at the first that fails, and
 * resolves with what they said.
 */
export async function follow(
  page: string,
  engine: Engine,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "commands-"));
  const docker = join(folder, "docker");
  writeFileSync(docker, '#!/bin/sh\nexec /usr/bin/docker "$@"\n');
  chmodSync(docker, 0o755);
  const script = ["set -eux", ...commandsOf(page)].join("\n");
  const { said } = await run(["bash", "-c", script], {
    environment: {
      ...engine.environment,
      PATH: `${folder}:${process.env["PATH"]}`,
      BUILD_FLAGS: (await buildFlags()).join(" "),
      ...environment,
    },
  });
  return said;
}
