import { PERCENT } from "../units.ts";
import {
  isFor,
  isOfMachines,
  matchesType,
  tiersOf,
  type CustomPrice,
  type PriceChange,
} from "./custom-prices.ts";
import { EGRESS_SERVICE } from "./egress-service.ts";
import { MachineTable } from "./machine-table.ts";
import type { Purchase } from "./purchase.ts";
import type {
  MachineTypesFile,
  OriginFile,
  PriceColumnFile,
  PriceFile,
  RateCardFile,
  RowRange,
  SourceFile,
} from "./rate-card.ts";

/** A card with prices of one's own in it, and how many of its prices each of them changed. */
export interface CustomisedCard {
  readonly card: RateCardFile;
  /** By the place in the list of custom prices. */
  readonly changes: readonly number[];
}

/** The source under which one's own prices stand in a card. */
const CUSTOM_SOURCE = "custom-prices";

/**
 * A rate card with these prices instead of its own, as a card of the same format: of several that
 * stand for a price the last one counts. A price of one's own is from `source`; a discounted one
 * stays from where it was listed and says what was taken off. A price in another currency than the
 * card's is an error.
 */
export function customisedCard(
  card: RateCardFile,
  prices: readonly CustomPrice[],
  source: SourceFile,
): CustomisedCard {
  const customising = new Customising(card, prices, source);
  const customised = customising.card();
  return { card: customised, changes: customising.changes };
}

class Customising {
  readonly changes: number[];
  private readonly original: RateCardFile;
  private readonly prices: readonly CustomPrice[];
  private readonly source: SourceFile;

  constructor(card: RateCardFile, prices: readonly CustomPrice[], source: SourceFile) {
    this.original = card;
    this.prices = prices;
    this.source = source;
    this.changes = prices.map(() => 0);
  }

  card(): RateCardFile {
    const { original } = this;
    const { machine_types: table, flexible_types: flexible, egress } = original;
    const changed: RateCardFile = {
      ...original,
      services: mapValues(original.services, (meters, service) =>
        mapValues(meters, (price, meter) => this.meterPrice(price, service, meter)),
      ),
      ...(egress === undefined
        ? {}
        : { egress: this.meterPrice(egress, EGRESS_SERVICE, EGRESS_SERVICE) }),
      ...(table === undefined ? {} : { machine_types: this.table(table) }),
      ...(flexible === undefined
        ? {}
        : {
            flexible_types: mapValues(flexible, (type, shape) => ({
              ...type,
              ocpu_hours: this.flexiblePrice(type.ocpu_hours, shape, "ocpu_hours"),
              memory_gb_hours: this.flexiblePrice(type.memory_gb_hours, shape, "memory_gb_hours"),
            })),
          }),
    };
    return this.changes.every((count) => count === 0) ? original : this.withSources(changed);
  }

  private meterPrice(price: PriceFile, service: string, meter: string): PriceFile {
    return this.changed(price, (custom) => {
      const { instanceType, purchase } = custom;
      return instanceType === undefined && purchase === undefined && isFor(custom, service, meter);
    });
  }

  private flexiblePrice(price: PriceFile, shape: string, meter: string): PriceFile {
    return this.changed(price, (custom) => this.isForMachine(custom, shape, "on_demand", meter));
  }

  private changed(price: PriceFile, isMeant: (custom: CustomPrice) => boolean): PriceFile {
    const { note: _, discount_percent: __, free: listedFree, ...bare } = price;
    const change = this.changeFor(isMeant);
    if (change === null) return price;
    const { free = listedFree ?? 0 } = change;
    return {
      ...bare,
      ...(free === 0 ? {} : { free }),
      tiers:
        "discountPercent" in change
          ? price.tiers.map(([upTo, unitPrice]) => [upTo, discounted(unitPrice, change)])
          : tiersOf(change).map(({ upTo, unitPrice }) => [
              upTo === Infinity ? null : upTo,
              unitPrice,
            ]),
      ...this.origin(price, change),
    };
  }

  private table(file: MachineTypesFile): MachineTypesFile {
    const table = new MachineTable(file);
    const meter = file.per === "month" ? "instance_months" : "instance_hours";
    const columns: { [purchase in Purchase]?: PriceColumnFile } = {};
    for (const purchase of table.purchases) {
      const column = file.prices[purchase];
      if (column !== undefined) columns[purchase] = this.column(column, table, purchase, meter);
    }
    return { ...file, prices: columns };
  }

  /** The column with every price written out, so that none is in proportion to a changed one. */
  private column(
    column: PriceColumnFile,
    table: MachineTable,
    purchase: Purchase,
    meter: string,
  ): PriceColumnFile {
    const origins = new RowOrigins();
    const unitPrices = table.names.map((name, row) => {
      const listed = table.unitPrice(row, purchase);
      if (listed === null) return null;
      const from = table.origin(row, purchase);
      const change = this.changeFor((custom) => this.isForMachine(custom, name, purchase, meter));
      if (from !== column || change !== null) {
        origins.add(row, change === null ? plainOrigin(from) : this.origin(from, change));
      }
      if (change === null) return listed;
      return "discountPercent" in change ? discounted(listed, change) : singlePrice(change, name);
    });
    return { ...column, unit_prices: unitPrices, exceptions: origins.exceptions() };
  }

  private isForMachine(
    custom: CustomPrice,
    name: string,
    purchase: Purchase,
    meter: string,
  ): boolean {
    return (
      isOfMachines(custom.service, this.original.provider) &&
      isFor({ meter: custom.meter }, "", meter) &&
      (custom.purchase === undefined || custom.purchase === purchase) &&
      (custom.instanceType === undefined || matchesType(custom.instanceType, name))
    );
  }

  private changeFor(isMeant: (custom: CustomPrice) => boolean): PriceChange | null {
    const { provider, region, currency } = this.original;
    const index = this.prices.findLastIndex(
      (custom) =>
        custom.provider === provider &&
        (custom.region === undefined || custom.region === region) &&
        isMeant(custom),
    );
    const change = this.prices[index]?.change;
    if (change === undefined) return null;
    if ("currency" in change && change.currency !== currency) {
      throw new Error(
        `prices[${index}].currency must be ${currency}, in which ${provider}/${region} is priced`,
      );
    }
    this.changes[index] = (this.changes[index] ?? 0) + 1;
    return change;
  }

  private origin(listed: OriginFile, change: PriceChange): OriginFile {
    const { title } = this.source;
    if (!("discountPercent" in change)) return { source: CUSTOM_SOURCE, confidence: "high" };
    const note = listed.note === undefined ? title : `${title}. ${listed.note}`;
    return {
      source: listed.source,
      confidence: listed.confidence,
      note,
      ...(change.discountPercent === 0 ? {} : { discount_percent: change.discountPercent }),
    };
  }

  /** With one's own source beside those that are still named. */
  private withSources({ sources: listed, ...rest }: RateCardFile): RateCardFile {
    const text = JSON.stringify(rest);
    const all = { ...listed, [CUSTOM_SOURCE]: this.source };
    const sources = Object.fromEntries(
      Object.entries(all).filter(([id]) => text.includes(`"source":${JSON.stringify(id)}`)),
    );
    const newest = Object.values(sources).reduce((day, { date }) => (date > day ? date : day), "");
    return { ...rest, sources, as_of: newest };
  }
}

/** Rows by where their prices are from. */
class RowOrigins {
  private readonly rows = new Map<string, { origin: OriginFile; rows: RowRange[] }>();

  add(row: number, origin: OriginFile): void {
    const key = JSON.stringify(origin);
    const entry = this.rows.get(key) ?? { origin, rows: [] };
    const last = entry.rows.at(-1);
    if (last !== undefined && last[1] === row - 1) {
      entry.rows[entry.rows.length - 1] = [last[0], row];
    } else entry.rows.push([row, row]);
    this.rows.set(key, entry);
  }

  exceptions(): NonNullable<PriceColumnFile["exceptions"]> {
    return [...this.rows.values()].map(({ origin, rows }) => ({ ...origin, rows }));
  }
}

function plainOrigin({ source, confidence, note, discount_percent }: OriginFile): OriginFile {
  return {
    source,
    confidence,
    ...(note === undefined ? {} : { note }),
    ...(discount_percent === undefined ? {} : { discount_percent }),
  };
}

/** The price of a machine type: a table has no tiers and no allowances. */
function singlePrice(change: Exclude<PriceChange, Discount>, name: string): number {
  const [tier, ...others] = tiersOf(change);
  if (tier === undefined || others.length > 0 || change.free !== undefined) {
    throw new Error(`${name} takes one price for each hour or month, without free units or tiers`);
  }
  return tier.unitPrice;
}

type Discount = { readonly discountPercent: number };

function discounted(unitPrice: number, { discountPercent }: { discountPercent: number }): number {
  return unitPrice * ((PERCENT - discountPercent) / PERCENT);
}

function mapValues<In, Out>(
  record: Readonly<Record<string, In>>,
  change: (value: In, key: string) => Out,
): Record<string, Out> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value, key)]),
  );
}
