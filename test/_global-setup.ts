import { existsSync } from "node:fs";
import { unpackBrowser } from "./browser/_browser.ts";

/**
 * The tests run on what the build makes; `npm test` builds first. The browser is unpacked once,
 * before files that need it start side by side.
 */
export default async function setup(): Promise<void> {
  if (!existsSync(new URL("../dist/index.html", import.meta.url))) {
    throw new Error("dist/ is not built: run `npm run build` first, or `npm test`, which does");
  }
  await unpackBrowser();
}
