import { PURCHASES, type Purchase } from "../../shared/catalog/purchase.ts";
import type { ProviderId } from "../../shared/catalog/providers.ts";
import type { MachineRow, RowPrice } from "../rate-cards/machine-rows.ts";
import type { Change } from "./changes.ts";
import type { KnownTypes } from "./known-types.ts";
import { sizeText, withSize } from "./machine-size.ts";
import { admit } from "./new-machines.ts";
import type { ObservedMachine, ObservedMachines } from "./observation.ts";
import type { Provenance } from "./provenance.ts";

/** Rows with what a source says of them, and what that changed. */
export interface MergedRows {
  readonly rows: readonly MachineRow[];
  readonly changes: readonly Change[];
  readonly confirmed: number;
  readonly leftOut: readonly string[];
  readonly outdated: readonly string[];
  /** Types that the source should list, and how many of them it does. */
  readonly expected: number;
  readonly read: number;
}

/** Takes a source's machine types into the rows of a card. */
export function mergeMachines(
  provider: ProviderId,
  rows: readonly MachineRow[],
  observed: ObservedMachines,
  provenance: Provenance,
  knownType: KnownTypes,
): MergedRows {
  const merging = new MachineMerging(observed, provenance);
  const present = new Set(rows.map(({ name }) => name));
  const merged = rows.flatMap((row) => merging.present(row));
  const added = observed.types
    .filter(({ name }) => !present.has(name))
    .flatMap((type) => merging.absent(provider, type, knownType));
  const { changes, confirmed, leftOut, outdated } = merging;
  const expected = rows.filter((row) => merging.isExpected(row));
  return {
    rows: [...merged, ...added],
    changes,
    confirmed,
    leftOut,
    outdated,
    expected: observed.expected ?? expected.length,
    read: expected.filter(({ name }) => merging.isListed(name)).length,
  };
}

/** One source's types on their way into a card. */
class MachineMerging {
  readonly changes: Change[] = [];
  readonly leftOut: string[] = [];
  readonly outdated: string[] = [];
  confirmed = 0;
  private readonly observed: ObservedMachines;
  private readonly provenance: Provenance;
  private readonly listed: ReadonlyMap<string, ObservedMachine>;

  constructor(observed: ObservedMachines, provenance: Provenance) {
    this.observed = observed;
    this.provenance = provenance;
    this.listed = new Map(observed.types.map((type) => [type.name, type]));
  }

  isListed(name: string): boolean {
    return this.listed.has(name);
  }

  isExpected({ name, prices }: MachineRow): boolean {
    return this.observed.complete.some(
      (purchase) => prices[purchase] !== undefined && this.covers(name, purchase),
    );
  }

  /** What becomes of a type of the card: one row, or none. */
  present(row: MachineRow): MachineRow[] {
    const type = this.listed.get(row.name);
    const prices = pricesBy((purchase) => this.price(row, purchase));
    const sized = type === undefined ? row : withSize(row, type);
    const [before, after] = [sizeText(row), sizeText(sized)];
    if (Object.keys(prices).length === 0) {
      this.changes.push({ kind: "type", what: row.name, before, after: null });
      return [];
    }
    if (before !== after) this.changes.push({ kind: "type", what: row.name, before, after });
    return [{ ...sized, prices }];
  }

  /** What becomes of a type that the card lacks: a new row, or none. */
  absent(provider: ProviderId, type: ObservedMachine, knownType: KnownTypes): MachineRow[] {
    const { name } = type;
    const prices = pricesBy((purchase) => {
      const unitPrice = type.prices[purchase] ?? 0;
      return unitPrice > 0 && this.covers(name, purchase) ? this.listedAt(unitPrice) : undefined;
    });
    const admission = admit(provider, type, prices, knownType);
    if ("reason" in admission) {
      this.leftOut.push(`${name}: ${admission.reason}`);
      return [];
    }
    const after = sizeText(admission.row);
    this.changes.push({ kind: "type", what: name, before: null, after });
    return [admission.row];
  }

  private price(row: MachineRow, purchase: Purchase): RowPrice | undefined {
    const { name, prices } = row;
    const before = prices[purchase];
    if (!this.covers(name, purchase)) return before;
    const listed = this.listed.get(name)?.prices[purchase];
    if (listed === undefined) {
      const isGone = before !== undefined && this.observed.complete.includes(purchase);
      if (isGone) this.noteChange(name, purchase, before.unitPrice, null);
      return isGone ? undefined : before;
    }
    if (listed === before?.unitPrice) {
      if (!this.provenance.isNewerThan(before.from)) return before;
      this.confirmed += 1;
      return this.listedAt(listed);
    }
    if (before !== undefined && this.provenance.isOlderThan(before.from)) {
      this.outdated.push(`${name}, ${purchase}`);
    }
    this.noteChange(name, purchase, before?.unitPrice ?? null, listed);
    return this.listedAt(listed);
  }

  private covers(name: string, purchase: Purchase): boolean {
    return this.observed.covers?.(name, purchase) ?? true;
  }

  private listedAt(unitPrice: number): RowPrice {
    return { unitPrice, from: this.provenance.origin(this.observed.note) };
  }

  private noteChange(
    name: string,
    purchase: Purchase,
    before: number | null,
    after: number | null,
  ): void {
    const what = `${name}, ${purchase}`;
    this.changes.push({ kind: "price", what, of: "machine", purchase, before, after });
  }
}

function pricesBy(priceOf: (purchase: Purchase) => RowPrice | undefined): MachineRow["prices"] {
  const prices: { [purchase in Purchase]?: RowPrice } = {};
  for (const purchase of PURCHASES) {
    const price = priceOf(purchase);
    if (price !== undefined) prices[purchase] = price;
  }
  return prices;
}
