import type * as restModule from "./rest.ts";
import { takeRest } from "./engine.ts";

type Rest = typeof restModule;

let loading: Promise<Rest> | null = null;

/**
 * Loads what the page's first answer does without: whole rate cards, the services that the default
 * question does not compare, options and their limits, prices of one's own, and what is counted around.
 * A failed load is tried again at the next call.
 */
export async function loadWholeEngine(): Promise<Rest> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(): Promise<Rest> {
  const rest = await import("./rest.ts");
  takeRest(rest);
  return rest;
}
