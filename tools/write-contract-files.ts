import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { docsPages } from "./docs/page.ts";
import { answeredDocument } from "./openapi/answered-document.ts";
import { bodySchemas } from "./openapi/body-schemas.ts";

const WEB = new URL("../web/docs/", import.meta.url);

/** Writes what says how the API is used: its document, the schema of every body, and the reference. */
export async function writeContractFiles(folder: string): Promise<void> {
  const document = await answeredDocument();
  write(folder, "openapi.json", JSON.stringify(document));

  const schemas = bodySchemas(document);
  for (const [name, schema] of schemas) write(folder, `schemas/v1/${name}`, JSON.stringify(schema));
  const index = { schemas: [...schemas.keys()].map((name) => `/schemas/v1/${name}`) };
  write(folder, "schemas/v1/index.json", JSON.stringify(index));

  for (const [name, page] of docsPages(document)) write(folder, name, page);
  write(folder, "docs/reference.css", readFileSync(new URL("reference.css", WEB), "utf8"));
  const script = readFileSync(new URL("reference.ts", WEB), "utf8");
  write(folder, "docs/reference.js", stripTypeScriptTypes(script));
}

function write(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
}
