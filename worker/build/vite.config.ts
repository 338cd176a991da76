import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { minified } from "./minified.ts";
import { standIns } from "./stand-ins.ts";
import { trimmedZod } from "./trimmed-zod.ts";

/**
 * The worker in one file, as it is uploaded: smaller than wrangler itself would bundle it. wrangler
 * runs this before it starts or deploys the worker.
 */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  publicDir: false,
  plugins: [standIns(), trimmedZod(), minified()],
  build: {
    ssr: "worker/cloudflare.ts",
    outDir: ".wrangler/bundle",
    target: "es2024",
    minify: false,
    sourcemap: true,
    rolldownOptions: { output: { minify: false } },
  },
  ssr: { target: "webworker", noExternal: true },
});
