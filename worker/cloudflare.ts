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
      readRateCard: async ({ provider, region }) => {
        const response = await env.ASSETS.fetch(
          `https://assets/rate-cards/${provider}/${region}.json`,
        );
        if (!response.ok) throw new Error(`rate card ${provider}/${region}: ${response.status}`);
        return (await response.json()) as RateCardFile;
      },
      now: () => new Date(),
      logError: (error, where) => console.error(JSON.stringify(toErrorRecord(error, where))),
    });
    return app(request);
  },
};
