import type { CatalogIndexFile } from "../shared/catalog/catalog-index.ts";
import type { RateCardFile } from "../shared/catalog/rate-card.ts";
import { createApp, type App } from "./app.ts";
import { toErrorRecord } from "./error-record.ts";
import { targetOf } from "./http/target.ts";

/** The bindings of `wrangler.toml`. */
interface Env {
  readonly ASSETS: { fetch(request: Request | string): Promise<Response> };
}

/** One for each isolate: its bindings do not change. */
let app: App | undefined;

export default {
  fetch(request: Request, env: Env): Promise<Response> {
    app ??= createApp({
      Response,
      target: targetOf,
      asset: async (assetRequest) => {
        const response = await env.ASSETS.fetch(assetRequest);
        return response.status === 404 ? null : response;
      },
      catalog: {
        index: async () => (await readJson(env, "index")) as CatalogIndexFile,
        card: async ({ provider, region }) =>
          (await readJson(env, `${provider}/${region}`)) as RateCardFile,
      },
      now: () => new Date(),
      logError: (error, where) => console.error(JSON.stringify(toErrorRecord(error, where))),
    });
    return app(request);
  },
};

/** A file of the catalog, which the build puts among the page's files. */
async function readJson(env: Env, name: string): Promise<unknown> {
  const response = await env.ASSETS.fetch(`https://assets/rate-cards/${name}.json`);
  if (!response.ok) throw new Error(`rate card ${name}: ${response.status}`);
  return await response.json();
}
