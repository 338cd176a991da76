import { writeFileSync } from "node:fs";
import { toHeadersFile } from "../worker/http/headers.ts";
import { openApiDocument } from "./openapi.ts";

/** Adds to the built page what is made from the worker's own tables: its headers and the API document. */
const dist = new URL("../dist/", import.meta.url);
writeFileSync(new URL("_headers", dist), toHeadersFile());
writeFileSync(new URL("openapi.json", dist), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
