/**
 * The worker in one file, as it is uploaded: smaller than wrangler itself would bundle it. wrangler
 * runs this before it starts or deploys the worker.
 */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { minified } from "./minified.ts";
import { standIns } from "./stand-ins.ts";
import { trimmedZod } from "./trimmed-zod.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = new URL("../../.wrangler/bundle/", import.meta.url);

const { output } = (await build({
  root: ROOT,
  configFile: false,
  publicDir: false,
  logLevel: "warn",
  plugins: [standIns(), trimmedZod(), minified()],
  build: {
    ssr: "worker/cloudflare.ts",
    target: "es2024",
    minify: false,
    sourcemap: true,
    write: false,
    rolldownOptions: {
      treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
      optimization: { inlineConst: { mode: "all", pass: 3 } },
      output: { minify: true, comments: false },
    },
  },
  ssr: { target: "webworker", noExternal: true },
})) as Rolldown.RolldownOutput;

mkdirSync(FOLDER, { recursive: true });
for (const file of output) write(file.fileName, file.type === "chunk" ? file.code : file.source);

/** At once, because another wrangler may be reading what is there. */
function write(name: string, content: string | Uint8Array): void {
  const unfinished = new URL(`${name}.${process.pid}`, FOLDER);
  writeFileSync(unfinished, content);
  renameSync(unfinished, new URL(name, FOLDER));
}
