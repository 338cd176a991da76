import * as z from "zod/mini";
import { PROVIDERS } from "../catalog/providers.ts";
import type { MachineTypesFile, PriceFile, RateCardFile } from "../catalog/rate-card.ts";

const Day = z.iso.date();
const Name = z.string().check(z.minLength(1));
const Note = z.string().check(z.minLength(1));
const SourceId = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]*$/u, "expected lower-case-with-dashes"));
const Confidence = z.enum(["high", "medium", "low", "derived"]);
const Amount = z.number().check(z.nonnegative());
const Positive = z.number().check(z.positive());
const Row = z.int().check(z.nonnegative());

const Source = z.strictObject({
  title: Name,
  url: z.url({ protocol: /^https$/u }),
  date: Day,
  licence: z.exactOptional(Name),
});

const Price = z
  .strictObject({
    unit: Name,
    free: z.exactOptional(Positive),
    tiers: z
      .array(z.tuple([z.nullable(Positive), Amount]))
      .check(z.minLength(1), z.refine(climbs, "bounds must ascend and the last tier must be open")),
    source: SourceId,
    confidence: Confidence,
    note: z.exactOptional(Note),
  })
  .check(z.refine(explainsDerived, "a derived price needs a note that says how"));

const Origin = { source: SourceId, confidence: Confidence, note: z.exactOptional(Note) };

const MachineTypes = z
  .strictObject({
    per: z.enum(["hour", "month"]),
    ...Origin,
    names: z.array(Name).check(z.minLength(1), z.refine(isUnique, "names must be unique")),
    vcpu: z.array(Positive),
    memory_mb: z.array(Positive),
    prices: z.strictObject({ on_demand: z.array(Amount) }),
    arm64: z.array(Row).check(z.refine(ascends, "rows must ascend")),
    baseline: z.array(z.tuple([Row, Positive.check(z.maximum(1))])),
    storage_gb: z.exactOptional(z.array(z.tuple([Row, Positive]))),
    sold_at_most: z.exactOptional(z.array(z.tuple([Row, Positive]))),
    exceptions: z.exactOptional(
      z.array(
        z
          .strictObject({
            rows: z.array(Row).check(z.minLength(1), z.refine(ascends, "rows must ascend")),
            ...Origin,
          })
          .check(z.refine(explainsDerived, "derived rows need a note that says how")),
      ),
    ),
  })
  .check(
    z.refine(hasEqualColumns, "columns must have as many entries as there are names"),
    z.refine(pointsAtRows, "row numbers must ascend and be rows of the table"),
    z.refine(excludesRowsOnce, "a row can be in one exception only"),
  );

const Range = z
  .tuple([Positive, Positive])
  .check(z.refine(([min, max]) => min <= max, "the minimum must not exceed the maximum"));

const FlexibleType = z
  .strictObject({
    vcpu_per_ocpu: Positive,
    architecture: z.enum(["x86_64", "arm64"]),
    default_ocpu: Positive,
    default_memory_gb: Positive,
    ocpu: Range,
    memory_gb: Range,
    ocpu_hours: Price,
    memory_gb_hours: Price,
  })
  .check(
    z.refine(
      (type) =>
        isWithin(type.ocpu, type.default_ocpu) && isWithin(type.memory_gb, type.default_memory_gb),
      "the default size must be within the ranges",
    ),
  );

/** The strict form of a rate card file: no unknown key, and everything in it fits together. */
export const RateCardFileSchema = z
  .strictObject({
    schema: z.literal(1),
    provider: z.enum(PROVIDERS),
    region: Name,
    currency: z.enum(["USD", "JPY"]),
    as_of: Day,
    sources: z.record(SourceId, Source),
    services: z.record(Name, z.record(Name, Price)),
    egress: Price,
    machine_types: z.exactOptional(MachineTypes),
    flexible_types: z.exactOptional(z.record(Name, FlexibleType)),
  })
  .check(
    z.refine(namesKnownSources, "every source that is named, and no other, must be listed"),
    z.refine(isAsOfNewestSource, "as_of must be the newest date of the sources"),
  ) satisfies z.ZodMiniType<RateCardFile>;

function climbs(tiers: PriceFile["tiers"]): boolean {
  const bounds = tiers.map(([upTo]) => upTo);
  const closed = bounds.slice(0, -1);
  return bounds.at(-1) === null && closed.every((bound) => bound !== null) && ascends(closed);
}

function ascends(numbers: readonly (number | null)[]): boolean {
  return numbers.every((number, index) => index === 0 || (number ?? 0) > (numbers[index - 1] ?? 0));
}

function isUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

function explainsDerived(from: { readonly confidence: string; readonly note?: string }): boolean {
  return from.confidence !== "derived" || from.note !== undefined;
}

function hasEqualColumns({ names, vcpu, memory_mb, prices }: MachineTypesFile): boolean {
  return [vcpu, memory_mb, prices.on_demand].every((column) => column.length === names.length);
}

function pointsAtRows({
  names,
  arm64,
  baseline,
  storage_gb,
  exceptions,
}: MachineTypesFile): boolean {
  const lists = [
    arm64,
    baseline.map(([row]) => row),
    (storage_gb ?? []).map(([row]) => row),
    ...(exceptions ?? []).map(({ rows }) => rows),
  ];
  return lists.every((rows) => ascends(rows) && rows.every((row) => row < names.length));
}

function excludesRowsOnce({ exceptions }: MachineTypesFile): boolean {
  const rows = (exceptions ?? []).flatMap((exception) => exception.rows);
  return new Set(rows).size === rows.length;
}

function isWithin([min, max]: readonly [number, number], value: number): boolean {
  return value >= min && value <= max;
}

function namesKnownSources(card: RateCardFile): boolean {
  const flexible = Object.values(card.flexible_types ?? {});
  const sourced = [
    card.egress,
    ...Object.values(card.services).flatMap((meters) => Object.values(meters)),
    ...(card.machine_types === undefined ? [] : [card.machine_types]),
    ...(card.machine_types?.exceptions ?? []),
    ...flexible.flatMap((type) => [type.ocpu_hours, type.memory_gb_hours]),
  ];
  const named = new Set(sourced.map(({ source }) => source));
  const listed = Object.keys(card.sources);
  return listed.length === named.size && listed.every((id) => named.has(id));
}

function isAsOfNewestSource({ as_of, sources }: RateCardFile): boolean {
  const dates = Object.values(sources).map(({ date }) => date);
  return dates.includes(as_of) && dates.every((date) => date <= as_of);
}
