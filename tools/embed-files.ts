import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ELEMENT_ENTRIES, EMBED_ENTRIES } from "../web/embed/entries.ts";

const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["']\.\/(?<name>[^"']+)["']/gu;

/**
 * Puts what the build made of the embed into a folder named after its content, which never changes
 * and is kept for a year, and beside it scripts of stable names that lead there.
 */
export function writeEmbedFiles(folder: string, version: string): void {
  const built = join(folder, "latest");
  const names = readdirSync(built).toSorted();
  const files = new Map<string, Buffer>(
    names.map((name) => [name, readFileSync(join(built, name))]),
  );
  const content = createHash("sha256");
  for (const [name, bytes] of files) content.update(name).update(bytes);
  const edition = `v${version}-${content.digest("hex").slice(0, 8)}`;
  rmSync(join(folder, edition), { recursive: true, force: true });
  renameSync(built, join(folder, edition));

  const needed = (entry: string) => staticImports(`${entry}.js`, files);
  for (const entry of EMBED_ENTRIES) {
    // All that the element needs is named here, so that it is asked for at once.
    const script = needed(entry).map((name) => `import"./${edition}/${name}";\n`);
    writeFileSync(join(folder, `${entry}.js`), script.join(""));
  }
  const integrity = Object.fromEntries(
    [...files].map(([name, bytes]) => [`/embed/${edition}/${name}`, integrityOf(bytes)]),
  );
  const elements = Object.fromEntries(
    ELEMENT_ENTRIES.map((entry) => [
      entry,
      needed(entry).map((name) => `/embed/${edition}/${name}`),
    ]),
  );
  const description = { edition, elements, integrity };
  writeFileSync(join(folder, "integrity.json"), `${JSON.stringify(description, null, 2)}\n`);
}

/** A script and all that it imports at once, what is imported first; the script itself is last. */
function staticImports(
  name: string,
  files: ReadonlyMap<string, Buffer>,
  found = new Set<string>(),
): string[] {
  const code = files.get(name)?.toString("utf8");
  if (code === undefined) throw new Error(`the embed has no ${name}`);
  for (const { groups } of code.matchAll(STATIC_IMPORT)) {
    const imported = groups?.["name"] ?? "";
    if (!found.has(imported)) staticImports(imported, files, found);
  }
  found.add(name);
  return [...found];
}

function integrityOf(bytes: Buffer): string {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}
