import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sparticuz, { inflate } from "@sparticuz/chromium";
import { chromium, type Browser } from "playwright-core";

const ARCHIVES = fileURLToPath(
  new URL("../../node_modules/@sparticuz/chromium/bin/", import.meta.url),
);

/**
 * A test's page lives for seconds: the compilers that make up for their own work in a longer visit took a
 * fifth of the processors' time in them.
 */
const WITHOUT_OPTIMISING = "--js-flags=--no-turbofan --no-maglev";

/** How a browser differs from the one that most tests use. */
export interface BrowserOptions {
  /** Those of the machine where it has any, or always the one of the package, with which pictures are the same everywhere. */
  readonly fonts?: "machine" | "package";
  /** Whether scripts that run often are compiled for speed, as in the browser of a visitor: where speed is measured. */
  readonly isOptimising?: boolean;
}

/**
 * A headless Chromium that needs nothing of the machine: the npm package brings the browser, and in
 * its archive for AWS Lambda the libraries that a bare Debian lacks.
 */
export async function launchBrowser({
  fonts = "machine",
  isOptimising = false,
}: BrowserOptions = {}): Promise<Browser> {
  const { executablePath, libraries } = await unpackBrowser();
  const ownPath = process.env["LD_LIBRARY_PATH"];
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--font-render-hinting=none",
      ...(isOptimising ? [] : [WITHOUT_OPTIMISING]),
    ],
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
