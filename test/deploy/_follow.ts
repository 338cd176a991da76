import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, ROOT } from "./_run.ts";

/** Debian's client of docker, which has no Compose in it: that is a command of its own there. */
const DOCKER = `#!/bin/sh
if [ "$1" = compose ]; then shift; exec docker-compose "$@"; fi
exec /usr/bin/docker "$@"
`;

/** Where commands are run, and with what. */
interface FollowOptions {
  /** A folder that has the project in it. */
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs commands one after another in one shell of this machine, which ends at the first that fails, and
 * resolves with what they said.
 */
export async function follow(
  commands: readonly string[],
  { folder, environment = {} }: FollowOptions,
): Promise<string> {
  const own = mkdtempSync(join(tmpdir(), "commands-"));
  const docker = join(own, "docker");
  writeFileSync(docker, DOCKER);
  chmodSync(docker, 0o755);
  const script = ["set -eux", ...commands].join("\n");
  const { said } = await run(["bash", "-c", script], {
    folder,
    environment: {
      PATH: `${own}:${join(ROOT, "node_modules/.bin")}:${process.env["PATH"]}`,
      WRANGLER_SEND_METRICS: "false",
      ...environment,
    },
  });
  return said;
}
