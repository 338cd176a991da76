import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";

const SOURCE = new URL("../web/offline/service-worker.ts", import.meta.url);

/** What the page is made of: its own pages and scripts, and the prices that it begins with. */
const KEPT =
  /^(?:(?:index|verify)\.html|assets\/.+\.js|favicon\.svg|manifest\.webmanifest|rate-cards\/(?:places|starter)\.json)$/u;

/** The service worker of the page that the build has left in a folder. */
export function serviceWorkerOf(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => KEPT.test(name))
    .toSorted();
  const edition = createHash("sha256");
  for (const name of names) edition.update(name).update(readFileSync(join(folder, name)));
  const constants = {
    EDITION: `page-${edition.digest("hex").slice(0, 16)}`,
    FILES: names.map((name) => `/${name}`),
  };
  const lines = Object.entries(constants).map(
    ([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`,
  );
  return lines.join("") + stripTypeScriptTypes(readFileSync(SOURCE, "utf8"));
}
