import process from "node:process";
import { createApp } from "./app.ts";
import { withCustomCatalog } from "./custom-catalog/custom-platform.ts";
import { diskPlatform } from "./disk-platform.ts";

const app = createApp(await withCustomCatalog(diskPlatform, process.env["CATALOG_DIR"]));

export default {
  fetch: (request: Request): Promise<Response> => app(request),
};
