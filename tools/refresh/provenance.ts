import { isDeepStrictEqual } from "node:util";
import type { OriginFile, RateCardFile, SourceFile } from "../../shared/catalog/rate-card.ts";
import { card as completeCard } from "../rate-cards/facts/card-parts.ts";
import type { Observation } from "./observation.ts";

/** What stands behind the id of an earlier source of which prices remain: its day. */
const EARLIER = /^(?:-\d{4}-\d{2}-\d{2}(?:-\d+)?)?$/u;

/** Whether a price that a card has is from a source with this id, of whichever day. */
export function isFrom(sourceId: string, present: OriginFile): boolean {
  const { source } = present;
  return source.startsWith(sourceId) && EARLIER.test(source.slice(sourceId.length));
}

/** What source ids of this refresh begin with until all sources are merged. */
const NEW = "new:";

/** Decides which source a price is from. */
export class Provenance {
  private readonly sources: RateCardFile["sources"];
  private readonly sourceId: string;
  private readonly id: string;
  private readonly source: SourceFile;

  constructor(card: RateCardFile, { sourceId, source }: Observation) {
    this.sources = card.sources;
    this.sourceId = sourceId;
    // The very list that the card was read from is not another.
    const isKnown = isDeepStrictEqual(card.sources[sourceId], source);
    this.id = isKnown ? sourceId : NEW + sourceId;
    this.source = source;
  }

  /** The origin of a price that was read in the new source. */
  origin(note: string | undefined): OriginFile {
    return { source: this.id, confidence: "high", ...(note === undefined ? {} : { note }) };
  }

  /** Whether a price is from this source, as it was read before. */
  isSourceOf(present: OriginFile): boolean {
    return isFrom(this.sourceId, present);
  }

  /** Whether the new source is newer than where a price is from. */
  isNewerThan(present: OriginFile): boolean {
    return this.source.date > this.dateOf(present);
  }

  /** Whether the new source is older than where a price is from. */
  isOlderThan(present: OriginFile): boolean {
    return this.source.date < this.dateOf(present);
  }

  private dateOf({ source }: OriginFile): string {
    return this.sources[source]?.date ?? "";
  }
}

/**
 * Completes a card with its sources. A source keeps its id from one refresh to the next; where
 * prices of an earlier day remain, the earlier source gets that day behind its id.
 */
export function settleSources(
  before: RateCardFile,
  content: Omit<RateCardFile, "schema" | "as_of" | "sources">,
  observations: readonly Observation[],
): RateCardFile {
  const named = sourcesNamedIn(content);
  const known: Record<string, SourceFile> = { ...before.sources };
  const renamed = new Map<string, string>();
  for (const { sourceId, source } of observations) {
    if (!named.has(NEW + sourceId)) continue;
    const earlier = before.sources[sourceId];
    if (earlier !== undefined && named.has(sourceId)) {
      const dated = freeId(`${sourceId}-${earlier.date}`, known);
      known[dated] = earlier;
      renamed.set(sourceId, dated);
    }
    known[sourceId] = source;
    renamed.set(NEW + sourceId, sourceId);
  }
  const settled: typeof content = JSON.parse(JSON.stringify(content), (key, value: unknown) =>
    key === "source" && typeof value === "string" ? (renamed.get(value) ?? value) : value,
  );
  return completeCard(settled, known);
}

function sourcesNamedIn(content: unknown): ReadonlySet<string> {
  const named = new Set<string>();
  JSON.stringify(content, (key, value: unknown) => {
    if (key === "source" && typeof value === "string") named.add(value);
    return value;
  });
  return named;
}

function freeId(wanted: string, taken: Readonly<Record<string, unknown>>): string {
  let id = wanted;
  for (let number = 2; id in taken; number += 1) id = `${wanted}-${number}`;
  return id;
}
