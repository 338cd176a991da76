import type { CatalogIndex } from "../../shared/catalog/catalog-index.ts";
import type { CardKey } from "../../shared/catalog/catalog.ts";
import { MachineTable } from "../../shared/catalog/machine-table.ts";
import type { MachineTypesFile, OriginFile, RateCardFile } from "../../shared/catalog/rate-card.ts";
import { cardsFor } from "../../shared/simulate.ts";
import { DEFAULT_INPUTS } from "../state/inputs.ts";
import { offersOf } from "../state/question.ts";

/**
 * The rate cards of the default question, cut down to the machine types that it compares: a tenth
 * of the whole cards, so that the first answer waits for one small file.
 */
export function starterCards(
  index: CatalogIndex,
  read: (key: CardKey) => RateCardFile,
): RateCardFile[] {
  const offers = offersOf(DEFAULT_INPUTS);
  const machineNames = offers.flatMap((offer) =>
    offer.kind === "machine" ? [offer.instanceType] : [],
  );
  const functionServices = new Set<string>(
    offers.flatMap((offer) => (offer.kind === "function" ? [offer.service] : [])),
  );
  return cardsFor(offers, index).map((key) =>
    withUsedSources(cutTo(functionServices, machineNames, read(key))),
  );
}

function cutTo(
  functionServices: ReadonlySet<string>,
  machineNames: readonly string[],
  file: RateCardFile,
): RateCardFile {
  const { services, machine_types: table, flexible_types: flexible, ...rest } = file;
  const shapes = Object.entries(flexible ?? {}).filter(([shape]) =>
    machineNames.some((name) => name.startsWith(shape)),
  );
  return {
    ...rest,
    services: Object.fromEntries(
      Object.entries(services).filter(([service]) => functionServices.has(service)),
    ),
    ...(table === undefined ? {} : { machine_types: cutTable(machineNames, table) }),
    ...(shapes.length === 0 ? {} : { flexible_types: Object.fromEntries(shapes) }),
  };
}

/** The rows of these machines bought on demand, prices written out. */
function cutTable(machineNames: readonly string[], file: MachineTypesFile): MachineTypesFile {
  const table = new MachineTable(file);
  const column = file.prices.on_demand;
  if (column === undefined) throw new Error("the default question buys on demand");
  const kept = machineNames.flatMap((name) => table.row(name) ?? []);
  const sparse = (pairs: readonly (readonly [row: number, value: number])[] | undefined) =>
    (pairs ?? []).flatMap(([row, value]) =>
      kept.includes(row) ? [[kept.indexOf(row), value] as const] : [],
    );
  const { source, confidence, note, decimals } = column;
  return {
    per: file.per,
    families: Object.fromEntries(
      kept.map((row) => [table.names[row] ?? "", table.names[row] ?? ""]),
    ),
    vcpu: kept.map((row) => file.vcpu[row] ?? 0),
    memory_mb: kept.map((row) => file.memory_mb[row] ?? 0),
    arm64: kept.flatMap((row) => (table.specs(row).arm64 ? [table.names[row] ?? ""] : [])),
    baseline: sparse(file.baseline),
    storage_gb: sparse(file.storage_gb),
    sold_at_most: sparse(file.sold_at_most),
    sustained_use: kept.flatMap((row, index) => {
      const { sustainedUse } = table.specs(row);
      return sustainedUse === 1 ? [] : [[index, index, sustainedUse] as const];
    }),
    usage_caps: kept.flatMap((row, index) => {
      const { usageCaps } = table.specs(row);
      if (usageCaps === undefined) return [];
      return [[index, index, usageCaps.hoursPerDay, usageCaps.daysPerMonth] as const];
    }),
    prices: {
      on_demand: {
        source,
        confidence,
        ...(note === undefined ? {} : { note }),
        decimals,
        unit_prices: kept.map((row) => table.unitPrice(row, "on_demand")),
        exceptions: kept.flatMap((row, index) => {
          const origin = table.origin(row, "on_demand");
          if (origin === column) return [];
          return [{ ...originOf(origin), rows: [[index, index] as const] }];
        }),
      },
    },
  };
}

function originOf({ source, confidence, note }: OriginFile): OriginFile {
  return { source, confidence, ...(note === undefined ? {} : { note }) };
}

/** Without the sources of what was cut away. */
function withUsedSources(file: RateCardFile): RateCardFile {
  const { sources, ...rest } = file;
  const text = JSON.stringify(rest);
  const used = Object.entries(sources).filter(([name]) => text.includes(JSON.stringify(name)));
  return { ...rest, sources: Object.fromEntries(used) };
}
