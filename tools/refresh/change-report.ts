import { PERCENT } from "../../shared/units.ts";
import { plainDecimal } from "../../shared/plain-decimal.ts";
import { moveOf, type Change, type Outcome } from "./changes.ts";
import type { Finding } from "./guard.ts";

/** What a report is about. */
export interface RefreshSummary {
  /** The day of the refresh, `YYYY-MM-DD`. */
  readonly today: string;
  /** The sources that were asked: `aws`, `all`. */
  readonly asked: string;
  readonly outcomes: readonly Outcome[];
  /** What the guard stopped and a person accepted. */
  readonly accepted: readonly Finding[];
  /** Sources that were not asked, each with the reason. */
  readonly skipped: readonly string[];
}

/** Where price moves are counted apart: so many per cent and more. */
const STEPS = [50, 30, 20, 10, 5, 2, 0] as const;
/** Lines of a list that are written out. */
const LONGEST_LIST = 200;
/** Of a column, in characters. */
const LEAST_WIDTH = 3;

/** A refresh in words, as Markdown. */
export function changeReport(summary: RefreshSummary): string {
  const { today, asked, outcomes, accepted, skipped } = summary;
  const changes = outcomes.flatMap(({ name, changes: ofCard }) =>
    ofCard.map((change) => ({ name, change })),
  );
  const named = (wanted: (change: Change) => boolean) =>
    changes.filter(({ change }) => wanted(change)).map(lineOf);
  return [
    `# Price changes of ${today}: ${asked}`,
    counts(outcomes, changes.length),
    section(
      "Accepted by hand",
      accepted.map(({ name, what, reason }) => `${name}: ${what}, ${reason}`),
    ),
    section("Not asked", skipped),
    moves(changes.map(({ change }) => change)),
    section("Prices that moved", movedLines(changes)),
    section(
      "Terms that changed",
      named(({ kind }) => kind === "terms"),
    ),
    section(
      "New",
      named((change) => change.kind !== "terms" && change.before === null),
    ),
    section(
      "Gone",
      named((change) => change.kind !== "terms" && change.after === null),
    ),
    section(
      "Sizes that changed",
      named((change) => change.kind === "type" && change.before !== null && change.after !== null),
    ),
    section(
      "Missing in their source, kept as they were",
      together(outcomes, ({ missing }) => missing),
    ),
    section(
      "Left out",
      together(outcomes, ({ leftOut }) => leftOut),
    ),
    sources(outcomes),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

interface NamedChange {
  readonly name: string;
  readonly change: Change;
}

function counts(outcomes: readonly Outcome[], changed: number): string {
  const confirmed = outcomes.reduce((sum, outcome) => sum + outcome.confirmed, 0);
  const touched = outcomes.filter(
    (outcome) => outcome.changes.length > 0 || outcome.confirmed > 0,
  ).length;
  return `${changed} changes and ${confirmed} prices confirmed by newer sources, in ${touched} of ${outcomes.length} cards.`;
}

/** How many prices moved, by how much. */
function moves(changes: readonly Change[]): string {
  const percents = changes.flatMap((change) => {
    const move = moveOf(change);
    return move === null ? [] : [move * PERCENT];
  });
  if (percents.length === 0) return "";
  const rows = STEPS.map((from, index) => {
    const below = STEPS[index - 1] ?? Infinity;
    const within = (percent: number) => Math.abs(percent) >= from && Math.abs(percent) < below;
    const up = percents.filter((percent) => percent > 0 && within(percent)).length;
    const down = percents.filter((percent) => percent < 0 && within(percent)).length;
    const range = below === Infinity ? `${from} % and more` : `${from} to ${below} %`;
    return [range, String(up), String(down)];
  });
  return `## Moves\n\n${table([["by", "up", "down"], ...rows])}`;
}

/** A table in columns; the first row is its head. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) =>
    Math.max(LEAST_WIDTH, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], fill = " ") =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width, fill)).join(" | ")} |`;
  return [line(head), line([], "-"), ...rows.slice(1).map((row) => line(row))].join("\n");
}

function movedLines(changes: readonly NamedChange[]): string[] {
  return changes
    .flatMap((named) => {
      const move = moveOf(named.change);
      return move === null ? [] : [{ named, move }];
    })
    .toSorted((a, b) => Math.abs(b.move) - Math.abs(a.move))
    .map(
      ({ named, move }) =>
        `${lineOf(named)} (${move > 0 ? "+" : ""}${(move * PERCENT).toFixed(1)} %)`,
    );
}

function lineOf({ name, change: { what, before, after } }: NamedChange): string {
  if (before === null) return `${name}: ${what}: ${figure(after)}`;
  if (after === null) return `${name}: ${what}: was ${figure(before)}`;
  return `${name}: ${what}: ${figure(before)} → ${figure(after)}`;
}

function figure(value: number | string | null): string {
  return typeof value === "number" ? plainDecimal(value) : String(value);
}

/** The same text in several cards is one line that counts them. */
function together(
  outcomes: readonly Outcome[],
  linesOf: (outcome: Outcome) => readonly string[],
): string[] {
  const names = new Map<string, string[]>();
  for (const outcome of outcomes) {
    for (const line of linesOf(outcome)) {
      names.set(line, [...(names.get(line) ?? []), outcome.name]);
    }
  }
  return [...names].map(([line, [first = "", ...others]]) =>
    others.length === 0 ? `${first}: ${line}` : `${first} and ${others.length} more: ${line}`,
  );
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const more = lines.length - LONGEST_LIST;
  return [
    `## ${title}`,
    "",
    ...lines.slice(0, LONGEST_LIST).map((line) => `- ${line}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ].join("\n");
}

function sources(outcomes: readonly Outcome[]): string {
  const lines = new Set(
    outcomes.flatMap(({ coverage }) => coverage.map(({ title, date }) => `${title}, of ${date}`)),
  );
  return section("Sources", [...lines].toSorted());
}
