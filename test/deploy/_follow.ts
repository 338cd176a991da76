import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "./_engine.ts";
import { buildFlags } from "./_images.ts";
import { run, ROOT } from "./_run.ts";

/** Debian's client of docker, which has no Compose in it: that is a command of its own there. */
const DOCKER = `#!/bin/sh
if [ "$1" = compose ]; then shift; exec docker-compose "$@"; fi
exec /usr/bin/docker "$@"
`;

/**
 * Runs commands one after another in one shell of this machine, which ends at the first that fails, and
 * resolves with what they said.
 */
export async function follow(
  commands: readonly string[],
  engine: Engine,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "commands-"));
  const docker = join(folder, "docker");
  writeFileSync(docker, DOCKER);
  chmodSync(docker, 0o755);
  const script = ["set -eux", ...commands].join("\n");
  const { said } = await run(["bash", "-c", script], {
    environment: {
      ...engine.environment,
      PATH: `${folder}:${join(ROOT, "node_modules/.bin")}:${process.env["PATH"]}`,
      BUILD_FLAGS: (await buildFlags()).join(" "),
      WRANGLER_SEND_METRICS: "false",
      ...environment,
    },
  });
  return said;
}
