import { PERCENT } from "../../shared/units.ts";
import { plainDecimal } from "../../shared/plain-decimal.ts";
import { moveOf, type Change, type Outcome } from "./changes.ts";
import type { GoneRegion } from "./observation.ts";

/** Something that a person should look at before it goes into the catalog. */
export interface Finding {
  /** Where: `aws/us-east-1`. */
  readonly name: string;
  readonly what: string;
  /** Why it was stopped, with the figures. */
  readonly reason: string;
  /** How large it is, to sort by: the share by which a price moved; infinite for what has none. */
  readonly size: number;
}

/** What a refresh may change without being asked. */
export interface GuardLimits {
  /** The share by which a price may move up or down: 0.3 is 30 %. */
  readonly largestMove: number;
  /** The same for spot prices, which follow a market. */
  readonly largestSpotMove: number;
  /** The share of a card's machine types that its source has to list. */
  readonly leastShareRead: number;
}

export const GUARD_LIMITS: GuardLimits = {
  largestMove: 0.3,
  largestSpotMove: 0.9,
  leastShareRead: 0.5,
};

/** What a quotient of two prices may be off by: 0.13 is no more than 30 % above 0.1. */
const ROUNDING = 1e-9;

/** What stops a refresh, the largest first; nothing when it can go on. */
export function guard(
  outcomes: readonly Outcome[],
  goneRegions: readonly GoneRegion[],
  limits: GuardLimits,
): Finding[] {
  const findings = [
    ...goneRegions.map(({ provider, region, source }) => ({
      name: `${provider}/${region}`,
      what: "the region",
      reason: `not in ${source} any more`,
      size: Infinity,
    })),
    ...outcomes.flatMap((outcome) => findingsOf(outcome, limits)),
  ];
  return findings.toSorted((a, b) => (a.size === b.size ? 0 : b.size - a.size));
}

/** Findings as a table of text. */
export function findingsTable(findings: readonly Finding[]): string {
  const rows = findings.map(({ name, what, reason }) => [name, what, reason]);
  const widths = [0, 1].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0), 0),
  );
  return rows
    .map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  "))
    .join("\n");
}

function findingsOf(outcome: Outcome, limits: GuardLimits): Finding[] {
  const { name, changes, missing, outdated, coverage } = outcome;
  const unmeasured = (what: string, reason: string) => ({ name, what, reason, size: Infinity });
  return [
    ...changes.flatMap((change) => findingOf(name, change, limits)),
    ...missing.map((what) => unmeasured(what, "not listed any more")),
    ...outdated.map((what) => unmeasured(what, "an older source would change it")),
    ...coverage.flatMap(({ title, expected, read }) =>
      read < expected * limits.leastShareRead
        ? [unmeasured("machine types", `only ${read} of ${expected} are in ${title}`)]
        : [],
    ),
  ];
}

function findingOf(name: string, change: Change, limits: GuardLimits): Finding[] {
  const { what } = change;
  const stop = (reason: string, size = Infinity) => [{ name, what, reason, size }];
  if (change.kind === "type") {
    if (change.after === null) return stop("not listed any more");
    return change.before === null ? [] : stop(`${change.before} → ${change.after}`);
  }
  if (change.kind === "terms") return stop(`${change.before} → ${change.after}`);
  const { before, after, purchase } = change;
  if (before === null) return after === 0 ? stop("new, at a price of 0") : [];
  // What is spare comes and goes.
  if (after === null) return purchase === "spot" ? [] : stop("not listed any more");
  const move = moveOf(change);
  const figures = `${plainDecimal(before)} → ${plainDecimal(after)}`;
  if (move === null || after === 0) return stop(figures);
  const percent = `${move > 0 ? "+" : ""}${(move * PERCENT).toFixed(1)} %`;
  const largest = purchase === "spot" ? limits.largestSpotMove : limits.largestMove;
  if (Math.abs(move) <= largest + ROUNDING) return [];
  return stop(`${figures} (${percent})`, Math.abs(move));
}
