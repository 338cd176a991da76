import { createRequire } from "node:module";
import { join } from "node:path";
import { ROOT } from "./_run.ts";

const require = createRequire(join(ROOT, "test/deploy/browsers/package.json"));

/** What a package of the browsers' own folder, which is no part of the project's packages, exports. */
export function browserPackage(name: string): unknown {
  const { default: exported } = require(name) as { default: unknown };
  return exported;
}
