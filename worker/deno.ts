import process from "node:process";
import { HTTP_VARIABLES } from "./config/http-variables.ts";
import { CATALOG_DIR } from "./config/server-variables.ts";
import { readConfig } from "./config/variable.ts";
import { withCustomCatalog } from "./custom-catalog/custom-platform.ts";
import { diskFiles, PAGE_FOLDER } from "./disk-files.ts";
import { diskPlatform } from "./disk-platform.ts";
import { createFetch } from "./fetch.ts";
import { headerRules } from "./http/headers.ts";
import { keptInMemory } from "./node/kept-in-memory.ts";
import { openLimiter } from "./node/limiter.ts";
import { consoleReport } from "./report.ts";

const config = readConfig({ ...HTTP_VARIABLES, CATALOG_DIR }, process.env);
const report = consoleReport(config.LOG_LEVEL);
const app = createFetch(
  await withCustomCatalog(
    {
      ...diskPlatform,
      config,
      file: diskFiles(PAGE_FOLDER, headerRules(config)),
      answers: keptInMemory(),
      limiter: openLimiter(config.RATE_LIMIT, {
        store: null,
        isCluster: false,
        notice: (error) => report.failed(error, { method: "", route: "rate limit" }),
      }),
      report,
    },
    config.CATALOG_DIR,
  ),
);

/** Where the connection comes from, as `deno serve` says it. */
interface ConnectionInfo {
  readonly remoteAddr: { readonly hostname?: string };
}

export default {
  fetch: (request: Request, { remoteAddr }: ConnectionInfo): Promise<Response> =>
    app(request, { client: remoteAddr.hostname ?? "" }),
};
