/** What the primary and its processes say to each other. */
import type { Measures } from "./measures.ts";

/** From a process to the primary. */
export type ToPrimary =
  | { readonly kind: "alive" }
  /** Listens, and can take over from another. */
  | { readonly kind: "ready"; readonly port: number }
  /** Has answered as many requests as it may, and would like to be replaced. */
  | { readonly kind: "worn" }
  /** Takes no connections any more; may it end? */
  | { readonly kind: "closed" }
  /** Somebody asks this process for the measures of all. */
  | { readonly kind: "metricsWanted"; readonly id: number }
  /** This process' measures: those that were asked for, or its last ones. */
  | { readonly kind: "measures"; readonly id: number | null; readonly measures: Measures };

/** From the primary to a process. */
export type ToProcess =
  /** Turn readiness false; after a while take nothing new, answer what is there, end. */
  | { readonly kind: "leave"; readonly drainSeconds: number }
  /** Nothing comes after this: connections that were on their way have been sent back. */
  | { readonly kind: "end" }
  | { readonly kind: "measuresWanted"; readonly id: number }
  | { readonly kind: "metrics"; readonly id: number; readonly text: string };

/** How often a process says that it is alive. */
export const ALIVE_EVERY_MS = 1000;
