import { Router } from "itty-router/Router";
import type { Route } from "./route.ts";

/** What a path leads to: a route, or only the methods that it has. */
export type Match =
  | { readonly route: Route; readonly methods?: undefined }
  | { readonly route?: undefined; readonly methods: readonly string[] };

/** Finds what a method and a path lead to. */
export interface RouteFinder {
  /** What has been found before, at once. */
  readonly known: (method: string, path: string) => Match | undefined;
  readonly find: (method: string, path: string) => Promise<Match | undefined>;
}

/** Matches remembered; paths with parameters would otherwise fill the memory. */
const MATCHES_KEPT = 1000;

/** A finder over these routes: each POST is also reachable by GET. */
export function createRouteFinder(routes: readonly Route[]): RouteFinder {
  const router = Router();
  for (const route of routes) {
    const match: Match = { route };
    if (route.method === "POST") router.post(route.path, () => match);
    router.get(route.path, () => match);
  }
  for (const { path, method } of routes) {
    const match: Match = { methods: method === "POST" ? ["GET", "POST"] : ["GET"] };
    router.all(path, () => match);
  }

  const matches = new Map<string, Map<string, Match>>();
  let kept = 0;
  return {
    known: (method, path) => matches.get(method)?.get(path),
    find: async (method, path) => {
      // itty asks for its own request type; of a request it reads the method and the URL.
      const request = { method, url: `http://api${path}` } as unknown as Request;
      const match = (await router.fetch(request)) as Match | undefined;
      if (match === undefined) return undefined;
      if (kept >= MATCHES_KEPT) {
        matches.clear();
        kept = 0;
      }
      const byPath = matches.get(method) ?? new Map<string, Match>();
      matches.set(method, byPath.set(path, match));
      kept += 1;
      return match;
    },
  };
}
