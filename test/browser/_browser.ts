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
 * its archive for AWS Lambda the libraries that a bare Debian lacks. `fonts`: those of the machine where
 * it has any, or always the one that the package brings, with which pictures are the same everywhere.
 */
export async function launchBrowser(fonts: "machine" | "package" = "machine"): Promise<Browser> {
  const { executablePath, libraries } = await unpackBrowser();
  const ownPath = process.env["LD_LIBRARY_PATH"];
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: ownPath === undefined ? libraries : `${libraries}:${ownPath}`,
      // The package brings a font for machines that have none.
      ...(fonts === "machine" && existsSync("/etc/fonts/fonts.conf")
        ? {}
        : { FONTCONFIG_PATH: fontFolder(executablePath) }),
    },
  });
}

/** Unpacks the browser and its libraries, unless they are; not safe in two processes at once. */
export async function unpackBrowser(): Promise<{ executablePath: string; libraries: string }> {
  const executablePath = await sparticuz.executablePath();
  const libraries = join(await inflate(join(ARCHIVES, "al2023.tar.br")), "lib");
  return { executablePath, libraries };
}

function fontFolder(executablePath: string): string {
  return join(executablePath, "..", "fonts");
}
