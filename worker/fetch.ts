import { createApp } from "./app.ts";
import type { Route } from "./http/route.ts";
import { WebRequest, type RequestScope } from "./http/web-request.ts";
import type { Platform } from "./platform.ts";

/** Statuses that have no body, not even an empty one. */
const BODILESS: ReadonlySet<number> = new Set([204, 304]);

/** The application for platforms that speak in standard requests and responses. */
export type Fetch = (request: Request, scope?: RequestScope) => Promise<Response>;

/** The application on a platform; `routes` are all of them unless given. It never throws: errors are answers. */
export function createFetch(platform: Platform, routes?: readonly Route[]): Fetch {
  const app = createApp(platform, routes);
  return async (request, scope = { client: "" }) => {
    const { status, fields, body } = await app(new WebRequest(request, scope));
    // A list of pairs takes workerd twice the time.
    const headers = new Headers();
    for (let place = 0; place < fields.length; place += 2) {
      headers.append(fields[place] ?? "", fields[place + 1] ?? "");
    }
    const isBodiless = BODILESS.has(status) || request.method === "HEAD";
    return new Response(isBodiless ? null : body, { status, headers });
  };
}
