import { CardStore } from "../shared/catalog/card-store.ts";
import { HttpProblem, problemAnswer } from "./http/problem.ts";
import type { Answer } from "./http/respond.ts";
import { createRouter, methodNotAllowed } from "./http/router.ts";
import type { Platform } from "./platform.ts";
import { ROUTES } from "./routes/index.ts";

/** Answers a request; never throws. */
export type App = (request: Request) => Promise<Response>;

/** Paths that are never files of the page. */
const API_PATH = /^\/(?:api|health)(?:\/|$)/u;

/** The whole application but for the platform. */
export function createApp(platform: Platform): App {
  const route = createRouter(ROUTES, {
    cards: new CardStore(platform.readRateCard),
    now: platform.now,
    logError: (error) => platform.logError(error, { method: "GET", path: "/health" }),
  });

  const respond = ({ status, headers, body }: Answer, withBody: boolean) =>
    new platform.Response(withBody && body !== "" ? body : null, { status, headers });

  return async (request) => {
    const { method } = request;
    const path = pathOf(request.url);
    const isRead = method === "GET" || method === "HEAD";
    try {
      if (!API_PATH.test(path)) {
        if (!isRead) throw methodNotAllowed(["GET"]);
        const file = await platform.asset(request);
        if (file === null) throw notFound(path);
        return file;
      }
      const answer = await route(request, isRead ? "GET" : method, path);
      if (answer === undefined) throw notFound(path);
      return respond(answer, method !== "HEAD");
    } catch (error) {
      const answer = problemAnswer(error, path);
      if (answer.status >= 500) platform.logError(error, { method, path });
      return respond(answer, method !== "HEAD");
    }
  };
}

/** The path of a request's URL, which is absolute; taken out by hand because each request needs it. */
function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  if (start === -1) return "/";
  const end = url.indexOf("?", start);
  return end === -1 ? url.slice(start) : url.slice(start, end);
}

function notFound(path: string): HttpProblem {
  return new HttpProblem("not-found", `there is nothing at ${path}`);
}
