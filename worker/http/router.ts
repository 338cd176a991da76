import { IttyRouter } from "itty-router/IttyRouter";
import type { Route } from "./route.ts";

/** Values of the parameters in a route's path, by name. */
export type PathParameters = Readonly<Record<string, string>>;

/** What a path leads to: a route, or only the methods that it has. */
export type Match =
  | { readonly route: Route; readonly parameters: PathParameters; readonly methods?: undefined }
  | { readonly route?: undefined; readonly methods: readonly string[] };

/** Finds what a method and a path lead to. */
export interface RouteFinder {
  /** A path that is a route's own, at once. */
  readonly known: (method: string, path: string) => Match | undefined;
  /** A path that holds the values of a route's parameters. */
  readonly find: (method: string, path: string) => Promise<Match | undefined>;
}

/** A finder over these routes: each POST is also reachable by GET. */
export function createRouteFinder(routes: readonly Route[]): RouteFinder {
  const own = new Map<string, Route>();
  const router = IttyRouter();
  for (const route of routes) {
    if (!route.path.includes(":")) {
      own.set(route.path, route);
      continue;
    }
    router.all(route.path, (request) => matchOf(route, request.method, request.params));
  }
  return {
    known: (method, path) => {
      const route = own.get(path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path);
      return route && matchOf(route, method, {});
    },
    find: async (method, path) => {
      // itty asks for its own request type; of a request it reads the method and the URL.
      const request = { method, url: `http://api${path}` } as unknown as Request;
      return (await router.fetch(request)) as Match | undefined;
    },
  };
}

function matchOf(route: Route, method: string, parameters: PathParameters): Match {
  const methods = route.method === "POST" ? ["GET", "POST"] : ["GET"];
  return methods.includes(method) ? { route, parameters } : { methods };
}
