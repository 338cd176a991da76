import { existsSync } from "node:fs";

/** The tests run on what the build makes; `npm test` builds first. */
export default function setup(): void {
  if (!existsSync(new URL("../dist/index.html", import.meta.url))) {
    throw new Error("dist/ is not built: run `npm run build` first, or `npm test`, which does");
  }
}
