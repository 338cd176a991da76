/**
 * The worker in one file, as it is uploaded: smaller than wrangler itself would bundle it. wrangler
 * runs this before it starts or deploys the worker.
 */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { minified, namedAnew } from "./minified.ts";
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

// Names are shortened script by script: two would not understand each other.
if (output.filter(({ type }) => type === "chunk").length !== 1) {
  throw new Error("the worker must be one script");
}
mkdirSync(FOLDER, { recursive: true });
await Promise.all(output.map(writeNamed));

/** Writes a script and the map that its last line names. */
async function writeNamed(file: Rolldown.OutputChunk | Rolldown.OutputAsset): Promise<void> {
  if (file.type !== "chunk" || file.map === null) return;
  const { code, map } = await namedAnew(file.code, JSON.stringify(file.map));
  const nameOfMap = `${file.fileName}.map`;
  write(nameOfMap, map);
  write(file.fileName, `${code}\n//# sourceMappingURL=${nameOfMap}`);
}

/** At once, because another wrangler may be reading what is there. */
function write(name: string, content: string): void {
  const unfinished = new URL(`${name}.${process.pid}`, FOLDER);
  writeFileSync(unfinished, content);
  renameSync(unfinished, new URL(name, FOLDER));
}
