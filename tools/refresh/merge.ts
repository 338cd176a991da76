import type { FlexibleTypeFile, PriceFile, RateCardFile } from "../../shared/catalog/rate-card.ts";
import { machineTypes, rowsOf, type MachineRow } from "../rate-cards/machine-rows.ts";
import { NAMING } from "../rate-cards/naming.ts";
import type { Change, Outcome, SourceCoverage } from "./changes.ts";
import type { KnownTypes } from "./known-types.ts";
import { mergeMachines } from "./merge-machines.ts";
import { mergePrice } from "./merge-price.ts";
import type { Observation, ObservedPrice } from "./observation.ts";
import { Provenance, settleSources } from "./provenance.ts";

/** A card after a refresh, and what became of it. */
export interface MergedCard extends Outcome {
  /** The very card that was given when nothing in it changes. */
  readonly card: RateCardFile;
}

/**
 * A card with what the sources say of its region. Observed figures replace the card's. A figure
 * that is the same keeps its origin unless the source is newer. What no source speaks of stays.
 */
export function mergeCard(
  card: RateCardFile,
  observations: readonly Observation[],
  knownType: KnownTypes,
): MergedCard {
  const merging = new Merging(card, knownType);
  for (const observation of observations) merging.take(observation);
  return merging.result(observations);
}

/** A card while sources are merged into it, one after the other. */
class Merging {
  private readonly before: RateCardFile;
  private readonly knownType: KnownTypes;
  private readonly changes: Change[] = [];
  private readonly leftOut: string[] = [];
  private readonly missing: string[] = [];
  private readonly outdated: string[] = [];
  private readonly coverage: SourceCoverage[] = [];
  private confirmed = 0;
  private readonly services: Record<string, Record<string, PriceFile>>;
  private readonly flexibleTypes: Record<string, FlexibleTypeFile>;
  private egress: PriceFile | undefined;
  /** The machine types, once a source has spoken of them. */
  private rows: readonly MachineRow[] | undefined;

  constructor(card: RateCardFile, knownType: KnownTypes) {
    this.before = card;
    this.knownType = knownType;
    this.services = { ...card.services };
    this.flexibleTypes = { ...card.flexible_types };
    this.egress = card.egress;
  }

  take(observation: Observation): void {
    const provenance = new Provenance(this.before, observation);
    const { services = {}, egress, flexibleTypes = {}, leftOut = [], missing = [] } = observation;
    for (const [service, meters] of Object.entries(services)) {
      for (const [meter, observed] of Object.entries(meters)) {
        const present = this.services[service]?.[meter];
        const price = this.price(`${service} ${meter}`, present, observed, provenance);
        if (price !== undefined) {
          this.services[service] = { ...this.services[service], [meter]: price };
        }
      }
    }
    if (egress !== undefined) this.egress = this.price("egress", this.egress, egress, provenance);
    for (const [shape, observed] of Object.entries(flexibleTypes)) {
      const present = this.flexibleTypes[shape];
      if (present !== undefined) {
        const price = (meter: "ocpu_hours" | "memory_gb_hours") =>
          this.price(`${shape} ${meter}`, present[meter], observed?.[meter] ?? null, provenance) ??
          present[meter];
        this.flexibleTypes[shape] = {
          ...present,
          ocpu_hours: price("ocpu_hours"),
          memory_gb_hours: price("memory_gb_hours"),
        };
      } else if (observed !== null) {
        this.leftOut.push(`${shape}: how large it can be is not known`);
      }
    }
    this.leftOut.push(...leftOut);
    this.missing.push(...missing);
    this.takeMachines(observation, provenance);
  }

  result(observations: readonly Observation[]): MergedCard {
    return {
      card: this.card(observations),
      name: `${this.before.provider}/${this.before.region}`,
      changes: this.changes,
      confirmed: this.confirmed,
      leftOut: this.leftOut,
      missing: this.missing,
      outdated: this.outdated,
      coverage: this.coverage,
    };
  }

  /** What becomes of a price; `undefined` when neither the card nor the source has it. */
  private price(
    what: string,
    present: PriceFile | undefined,
    observed: ObservedPrice | null | undefined,
    provenance: Provenance,
  ): PriceFile | undefined {
    if (observed === null || observed === undefined) {
      const isMissed =
        present !== undefined && (observed === null || provenance.isSourceOf(present));
      if (isMissed) this.missing.push(what);
      return present;
    }
    const merged = mergePrice(what, present, observed, provenance);
    this.changes.push(...merged.changes);
    if (merged.isConfirmed) this.confirmed += 1;
    if (merged.isOutdated) this.outdated.push(what);
    return merged.price;
  }

  private takeMachines({ provider, machines, source }: Observation, provenance: Provenance): void {
    const { title, date } = source;
    if (machines === undefined) {
      this.coverage.push({ title, date, expected: 0, read: 0 });
      return;
    }
    const table = this.before.machine_types;
    const rows = this.rows ?? (table === undefined ? [] : rowsOf(table));
    const merged = mergeMachines(provider, rows, machines, provenance, this.knownType);
    this.rows = merged.rows;
    this.changes.push(...merged.changes);
    this.leftOut.push(...merged.leftOut);
    this.outdated.push(...merged.outdated);
    this.confirmed += merged.confirmed;
    this.coverage.push({ title, date, expected: merged.expected, read: merged.read });
  }

  private card(observations: readonly Observation[]): RateCardFile {
    if (this.changes.length === 0 && this.confirmed === 0) return this.before;
    const { provider, region, currency, flexible_types: flexible } = this.before;
    const types = this.table();
    const content = {
      provider,
      region,
      currency,
      services: this.services,
      ...(this.egress === undefined ? {} : { egress: this.egress }),
      ...(types === undefined ? {} : { machine_types: types }),
      ...(flexible === undefined ? {} : { flexible_types: this.flexibleTypes }),
    };
    return settleSources(this.before, content, observations);
  }

  private table(): RateCardFile["machine_types"] {
    const { provider, machine_types: table } = this.before;
    if (this.rows === undefined) return table;
    if (this.rows.length === 0) return undefined;
    return machineTypes(this.rows, table?.per ?? "hour", NAMING[provider]);
  }
}
