import * as z from "zod/mini";
import { MachineTable } from "../catalog/machine-table.ts";
import { PROVIDERS } from "../catalog/providers.ts";
import { PURCHASES, type Purchase } from "../catalog/purchase.ts";
import {
  RATE_CARD_SCHEMA,
  type MachineTypesFile,
  type PriceColumnFile,
  type PriceFile,
  type RateCardFile,
} from "../catalog/rate-card.ts";

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

const Origin = {
  source: SourceId,
  confidence: Confidence,
  note: z.exactOptional(Note),
  discount_percent: z.exactOptional(Positive.check(z.maximum(100))),
};

const Price = z
  .strictObject({
    unit: Name,
    free: z.exactOptional(Positive),
    tiers: z
      .array(z.tuple([z.nullable(Positive), Amount]))
      .check(z.minLength(1), z.refine(climbs, "bounds must ascend and the last tier must be open")),
    ...Origin,
  })
  .check(z.refine(explainsDerived, "a derived price needs a note that says how"));

const RowRange = z.tuple([Row, Row]).check(z.refine(([first, last]) => first <= last));

const PriceColumn = z
  .strictObject({
    ...Origin,
    decimals: z.int().check(z.minimum(0), z.maximum(12)),
    unit_prices: z.array(z.union([Amount, z.null(), z.literal("~")])),
    exceptions: z.exactOptional(
      z.array(
        z
          .strictObject({
            ...Origin,
            rows: z
              .array(RowRange)
              .check(z.minLength(1), z.refine(rangesAscend, "rows must ascend")),
          })
          .check(z.refine(explainsDerived, "derived rows need a note that says how")),
      ),
    ),
  })
  .check(
    z.refine(explainsDerived, "a derived price needs a note that says how"),
    z.refine(excludesRowsOnce, "a row can be in one exception only"),
  );

const MachineTypes = z
  .strictObject({
    per: z.enum(["hour", "month"]),
    families: z.record(
      Name,
      z.string().check(z.regex(/^\S+(?: \S+)*$/u, "sizes, a space between")),
    ),
    vcpu: z.array(Positive),
    memory_mb: z.array(Positive),
    arm64: z.array(Name),
    baseline: z.array(z.tuple([Row, Positive.check(z.maximum(1))])),
    storage_gb: z.exactOptional(z.array(z.tuple([Row, Positive]))),
    sold_at_most: z.exactOptional(z.array(z.tuple([Row, Positive]))),
    sustained_use: z.exactOptional(z.array(z.tuple([Row, Row, Positive.check(z.maximum(1))]))),
    usage_caps: z.exactOptional(
      z.array(z.tuple([Row, Row, Positive.check(z.maximum(24)), Positive.check(z.maximum(31))])),
    ),
    prices: z.strictObject(
      Object.fromEntries(
        PURCHASES.map((purchase) => [purchase, z.exactOptional(PriceColumn)]),
      ) as Record<Purchase, z.ZodMiniExactOptional<typeof PriceColumn>>,
    ),
  })
  .check(
    z.refine(hasUniqueNames, "names must be unique"),
    z.refine(hasEqualColumns, "columns must have as many entries as there are names"),
    z.refine(pointsAtRows, "row numbers must ascend and be rows of the table"),
    z.refine(namesOwnFamilies, "arm64 must name families of the table"),
    z.refine(decodes, "a price in proportion must have a larger size in its family"),
    z.refine(sellsEachType, "each type must be sold in some way"),
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
    memory_gb_per_ocpu: z.exactOptional(Range),
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
    schema: z.literal(RATE_CARD_SCHEMA),
    provider: z.enum(PROVIDERS),
    region: Name,
    currency: z.enum(["USD", "JPY"]),
    as_of: Day,
    sources: z.record(SourceId, Source),
    services: z.record(Name, z.record(Name, Price)),
    egress: z.exactOptional(Price),
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

function explainsDerived(from: { readonly confidence: string; readonly note?: string }): boolean {
  return from.confidence !== "derived" || from.note !== undefined;
}

function namesOf({ families }: MachineTypesFile): string[] {
  return Object.entries(families).flatMap(([pattern, sizes]) =>
    sizes.split(" ").map((size) => pattern.replace("*", size)),
  );
}

function hasUniqueNames(table: MachineTypesFile): boolean {
  const names = namesOf(table);
  return new Set(names).size === names.length;
}

function columnsOf({ prices }: MachineTypesFile): PriceColumnFile[] {
  return Object.values(prices);
}

function hasEqualColumns(table: MachineTypesFile): boolean {
  const { length } = namesOf(table);
  const columns = [
    table.vcpu,
    table.memory_mb,
    ...columnsOf(table).map(({ unit_prices: prices }) => prices),
  ];
  return columns.every((column) => column.length === length);
}

function pointsAtRows(table: MachineTypesFile): boolean {
  const { length } = namesOf(table);
  const sparse = [table.baseline, table.storage_gb ?? [], table.sold_at_most ?? []];
  const ranges = [
    ...(table.sustained_use ?? []).map(([first, last]) => [first, last] as const),
    ...(table.usage_caps ?? []).map(([first, last]) => [first, last] as const),
    ...columnsOf(table).flatMap(({ exceptions }) => (exceptions ?? []).flatMap(({ rows }) => rows)),
  ];
  return (
    sparse.every((pairs) => {
      const rows = pairs.map(([row]) => row);
      return ascends(rows) && rows.every((row) => row < length);
    }) && ranges.every(([first, last]) => first <= last && last < length)
  );
}

function namesOwnFamilies({ arm64, families }: MachineTypesFile): boolean {
  return arm64.every((pattern) => Object.hasOwn(families, pattern));
}

/** Whether every `~` has something to be in proportion to. */
function decodes(file: MachineTypesFile): boolean {
  if (!hasEqualColumns(file)) return true;
  try {
    const table = new MachineTable(file);
    for (const purchase of table.purchases) table.pricesOf(purchase);
    return true;
  } catch {
    return false;
  }
}

function sellsEachType(file: MachineTypesFile): boolean {
  if (!hasEqualColumns(file)) return true;
  const columns = columnsOf(file);
  return namesOf(file).every((_, row) =>
    columns.some(({ unit_prices: prices }) => prices[row] !== null),
  );
}

function rangesAscend(ranges: readonly (readonly [number, number])[]): boolean {
  return ascends(ranges.flat().map((row, index) => (index % 2 === 0 ? row : row + 0.5)));
}

function excludesRowsOnce({ exceptions }: PriceColumnFile): boolean {
  const ranges = (exceptions ?? []).flatMap(({ rows }) => rows).toSorted(([a], [b]) => a - b);
  return ranges.every(([first], index) => index === 0 || first > (ranges[index - 1]?.[1] ?? -1));
}

function isWithin([min, max]: readonly [number, number], value: number): boolean {
  return value >= min && value <= max;
}

function namesKnownSources(card: RateCardFile): boolean {
  const flexible = Object.values(card.flexible_types ?? {});
  const columns = card.machine_types === undefined ? [] : columnsOf(card.machine_types);
  const sourced: { readonly source: string }[] = [
    ...(card.egress === undefined ? [] : [card.egress]),
    ...Object.values(card.services).flatMap((meters) => Object.values(meters)),
    ...columns,
    ...columns.flatMap(({ exceptions }) => exceptions ?? []),
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
