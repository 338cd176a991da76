import type { ProviderId } from "../../shared/catalog/providers.ts";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";
import { rowsOf, type MachineRow } from "../rate-cards/machine-rows.ts";

/** The types of a provider by name, whichever region they were read in. */
export type KnownTypes = (name: string) => MachineRow | undefined;

/** Looks up types in all cards of a provider: a type has the same size everywhere. */
export function knownTypes(cards: readonly RateCardFile[], provider: ProviderId): KnownTypes {
  let byName: Map<string, MachineRow> | undefined;
  return (name) => {
    byName ??= new Map(
      cards
        .filter((card) => card.provider === provider)
        .flatMap((card) => (card.machine_types === undefined ? [] : rowsOf(card.machine_types)))
        .map((row) => [row.name, row]),
    );
    return byName.get(name);
  };
}
