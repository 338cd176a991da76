import type { CardKey } from "../../shared/catalog/card-store.ts";
import type { MachineTypesFile, RateCardFile } from "../../shared/catalog/rate-card.ts";
import { cardsFor } from "../../shared/simulate.ts";
import { DEFAULT_INPUTS, offersOf } from "../state/inputs.ts";

/**
 * The rate cards of the default question, cut down to the machine types that it compares: a tenth
 * of the whole cards, so that the first answer waits for one small file.
 */
export function starterCards(read: (key: CardKey) => RateCardFile): RateCardFile[] {
  const offers = offersOf(DEFAULT_INPUTS);
  const machineNames = offers.flatMap((offer) =>
    offer.kind === "machine" ? [offer.instanceType] : [],
  );
  return cardsFor(offers).map((key) => cutTo(machineNames, read(key)));
}

function cutTo(machineNames: readonly string[], file: RateCardFile): RateCardFile {
  const { machine_types: table, flexible_types: flexible, ...rest } = file;
  const shapes = Object.entries(flexible ?? {}).filter(([shape]) =>
    machineNames.some((name) => name.startsWith(shape)),
  );
  return {
    ...rest,
    ...(table === undefined ? {} : { machine_types: cutTable(machineNames, table) }),
    ...(shapes.length === 0 ? {} : { flexible_types: Object.fromEntries(shapes) }),
  };
}

function cutTable(machineNames: readonly string[], table: MachineTypesFile): MachineTypesFile {
  const rows = table.names.flatMap((name, row) => (machineNames.includes(name) ? [row] : []));
  const kept = <Value>(column: readonly Value[]) => column.filter((_, row) => rows.includes(row));
  const moved = (old: readonly number[]) =>
    old.flatMap((row) => (rows.includes(row) ? [rows.indexOf(row)] : []));
  const movedPairs = (pairs: readonly (readonly [number, number])[]) =>
    pairs.flatMap(([row, value]) =>
      rows.includes(row) ? [[rows.indexOf(row), value] as const] : [],
    );
  return {
    ...table,
    names: kept(table.names),
    vcpu: kept(table.vcpu),
    memory_mb: kept(table.memory_mb),
    arm64: moved(table.arm64),
    baseline: movedPairs(table.baseline),
    ...(table.storage_gb === undefined ? {} : { storage_gb: movedPairs(table.storage_gb) }),
    ...(table.sold_at_most === undefined ? {} : { sold_at_most: movedPairs(table.sold_at_most) }),
    prices: { on_demand: kept(table.prices.on_demand) },
    exceptions: (table.exceptions ?? [])
      .map((exception) => ({ ...exception, rows: moved(exception.rows) }))
      .filter((exception) => exception.rows.length > 0),
  };
}
