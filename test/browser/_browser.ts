import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sparticuz, { inflate } from "@sparticuz/chromium";
import { chromium, type Browser } from "playwright-core";

const ARCHIVES = fileURLToPath(
  new URL("../../node_modules/@sparticuz/chromium/bin/", import.meta.url),
);

/**
 * A headless Chromium that needs nothing of the machine: the npm package brings the browser, and in
 * its archive for AWS Lambda the libraries that a bare Debian lacks.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await sparticuz.executablePath();
  const libraries = join(await inflate(join(ARCHIVES, "al2023.tar.br")), "lib");
  const ownPath = process.env["LD_LIBRARY_PATH"];
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: ownPath === undefined ? libraries : `${libraries}:${ownPath}`,
      // The package brings a font for machines that have none.
      ...(existsSync("/etc/fonts/fonts.conf")
        ? {}
        : { FONTCONFIG_PATH: fontFolder(executablePath) }),
    },
  });
}

function fontFolder(executablePath: string): string {
  return join(executablePath, "..", "fonts");
}
