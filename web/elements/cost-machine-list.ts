import { html, LitElement, nothing, type TemplateResult } from "lit";
import {
  MACHINE_SERVICE_IDS,
  MACHINE_SERVICES,
  type MachineServiceId,
} from "../../shared/catalog/providers.ts";
import { PURCHASES, type Purchase } from "../../shared/catalog/purchase.ts";
import { OFFERS_MAX } from "../../shared/fields.ts";
import { MB_PER_GB } from "../../shared/units.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { QUANTITY, unitPriceText } from "../formats.ts";
import { formTextsIn, type FormMessages } from "../messages/form-texts.ts";
import { textsIn } from "../messages/messages.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import { choiceId, type SimulationInputs } from "../state/inputs.ts";
import {
  listedMachines,
  NO_FILTER,
  type MachineFilter,
  type SortKey,
  type Sorting,
} from "../state/machine-filter.ts";
import { MachinePricer, type MachineRow } from "../state/machine-rows.ts";
import { areSameBut } from "../state/same-inputs.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { costMachineListStyles } from "./cost-machine-list.styles.ts";
import { define } from "./define.ts";
import { dialogStyles } from "./dialog.styles.ts";
import { check } from "./form-parts.ts";
import { sharedStyles } from "./shared.styles.ts";

/** Services that are listed together; the others have the machines of these, or sizes to be chosen. */
const MAIN_SERVICES: readonly MachineServiceId[] = [
  "aws_ec2",
  "google_cloud",
  "azure",
  "oci",
  "sakura_cloud",
];
const VCPUS = [0, 1, 2, 4, 8, 16, 32];
const MEMORIES_GB = [0, 1, 2, 4, 8, 16, 32, 64];
const ROWS_SHOWN = 50;
const ROWS_MORE = 200;

const COLUMNS: readonly (readonly [SortKey, isWide: boolean])[] = [
  ["instanceType", false],
  ["vcpu", true],
  ["memoryMb", true],
  ["hourlyCost", true],
  ["machines", true],
  ["monthlyCost", false],
];

/**
 * All machine types of the place in a dialog: searched, filtered, sorted, with what the load would
 * cost on each.
 *
 * @fires close - the dialog was closed
 */
export class CostMachineList extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    service: { state: true },
    purchase: { state: true },
    filter: { state: true },
    sorting: { state: true },
    shown: { state: true },
  };
  static override styles = [sharedStyles, dialogStyles, costMachineListStyles];

  /** One service, or `null` for the main ones together. */
  declare private service: MachineServiceId | null;
  declare private purchase: Purchase;
  declare private filter: MachineFilter;
  declare private sorting: Sorting;
  declare private shown: number;
  declare simulation: EditedSimulation | null;
  declare language: Language;
  private readonly priced = new Map<string, readonly MachineRow[]>();
  private pricedFor: SimulationInputs | null = null;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.service = null;
    this.purchase = "on_demand";
    this.filter = NO_FILTER;
    this.sorting = { key: "monthlyCost", descending: false };
    this.shown = ROWS_SHOWN;
    watchSimulation(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation } = this;
    if (simulation === null) return nothing;
    const { page, domain } = textsIn(this.language);
    const form = formTextsIn(this.language);
    const { rows, isComplete } = this.rows(simulation);
    const listed = listedMachines(
      rows,
      this.filter,
      this.sorting,
      ({ service }) => domain.services[service],
    );
    const typed = this.typedRow(simulation, rows);
    const all = typed === null ? listed : [typed, ...listed];
    const format = formatterFor(this.language, simulation.inputs.currency);
    return html`<dialog aria-labelledby="title" @close=${this.closed}>
      <div class="head">
        <h2 id="title">${form.allTypesTitle}</h2>
        <button type="button" class="button" @click=${this.close}>${form.close}</button>
      </div>
      <div class="inside">
        ${this.renderFilters(form)}
        <p class="small muted" role="status">
          ${form.typesListed(format.count(all.length), format.count(rows.length))}
          ${isComplete ? nothing : page.loading}
        </p>
        ${all.length === 0 ? nothing : this.renderTable(all.slice(0, this.shown), form, format)}
        ${
          all.length <= this.shown
            ? nothing
            : html`<button
                type="button"
                class="button more"
                @click=${() => (this.shown += ROWS_MORE)}
              >
                ${form.showMore}
              </button>`
        }
      </div>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector("dialog")?.showModal();
    this.renderRoot.querySelector<HTMLInputElement>("#search")?.focus();
  }

  private renderFilters(form: FormMessages): TemplateResult {
    const { domain } = textsIn(this.language);
    const { filter } = this;
    const change = (patch: Partial<MachineFilter>) => {
      this.filter = { ...filter, ...patch };
      this.shown = ROWS_SHOWN;
    };
    const least = (key: "leastVcpu" | "leastMemoryGb", label: string, values: readonly number[]) =>
      html`<label class="over"
        >${label}
        <select
          class="input"
          @change=${(event: Event) => change({ [key]: Number(valueOf(event)) })}
        >
          ${values.map(
            (value) => html`<option value=${value}>${value === 0 ? form.any : value}</option>`,
          )}
        </select>
      </label>`;
    return html`<div class="filters">
        <label class="over"
          >${form.search}
          <input
            id="search"
            class="input"
            type="search"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            placeholder=${form.searchHint}
            @input=${(event: Event) => change({ text: valueOf(event) })}
          />
        </label>
        <label class="over"
          >${form.machineProvider}
          <select
            class="input"
            @change=${(event: Event) => {
              this.service = (valueOf(event) || null) as MachineServiceId | null;
              this.shown = ROWS_SHOWN;
            }}
          >
            <option value="">${form.allProviders}</option>
            ${MACHINE_SERVICE_IDS.map(
              (id) => html`<option value=${id}>${domain.services[id]}</option>`,
            )}
          </select>
        </label>
        <label class="over"
          >${form.purchase}
          <select
            class="input"
            @change=${(event: Event) => (this.purchase = valueOf(event) as Purchase)}
          >
            ${PURCHASES.map((id) => html`<option value=${id}>${domain.purchases[id]}</option>`)}
          </select>
        </label>
        ${least("leastVcpu", form.leastVcpu, VCPUS)}
        ${least("leastMemoryGb", form.leastMemory, MEMORIES_GB)}
      </div>
      <div class="checks">
        ${check(form.arm64Only, filter.arm64Only, () => change({ arm64Only: !filter.arm64Only }))}
        ${check(form.withoutBurstable, filter.withoutBurstable, () =>
          change({ withoutBurstable: !filter.withoutBurstable }),
        )}
        ${check(form.carryingOnly, filter.carryingOnly, () =>
          change({ carryingOnly: !filter.carryingOnly }),
        )}
      </div>
      ${this.service === "oci" ? html`<p class="small muted">${form.flexibleHint}</p>` : nothing}`;
  }

  private renderTable(
    rows: readonly MachineRow[],
    form: FormMessages,
    format: Formatter,
  ): TemplateResult {
    const { key, descending } = this.sorting;
    return html`<table>
      <thead>
        <tr>
          ${COLUMNS.map(
            ([column, isWide]) =>
              html`<th
                scope="col"
                class="${isWide ? "wide" : ""} ${column === "instanceType" ? "" : "number"}"
                aria-sort=${key === column ? (descending ? "descending" : "ascending") : "none"}
              >
                <button type="button" @click=${() => this.sortBy(column)}>
                  ${form.columns[column]}
                </button>
              </th>`,
          )}
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => this.renderRow(row, form, format))}
      </tbody>
    </table>`;
  }

  private renderRow(row: MachineRow, form: FormMessages, format: Formatter): TemplateResult {
    const { domain } = textsIn(this.language);
    const service = domain.services[row.service];
    const memory = format.written(QUANTITY, row.memoryMb / MB_PER_GB);
    const isChosen = this.isChosen(row);
    const name = `${service} ${row.instanceType}`;
    return html`<tr>
      <th scope="row">
        ${row.instanceType}
        <span>${service}${row.isBurstable ? form.burstableMark : ""}</span>
        <span class="specs"
          >${form.machineSpecs(format.written(QUANTITY, row.vcpu), memory)}${
            row.machines === null
              ? nothing
              : html` · ${form.timesMachines(format.count(row.machines))}`
          }</span
        >
      </th>
      <td class="number wide">${format.written(QUANTITY, row.vcpu)}</td>
      <td class="number wide">${memory} GB</td>
      <td class="number wide">
        ${unitPriceText(Number(row.hourlyCost.toPrecision(HOURLY_DIGITS)), format)}
      </td>
      <td class="number wide">${row.machines === null ? "–" : format.count(row.machines)}</td>
      <td class="number">
        ${row.monthlyCost === null ? form.carriesNot : format.money(row.monthlyCost)}
      </td>
      <td class="number">
        <button
          type="button"
          class="button small"
          aria-pressed=${isChosen ? "true" : "false"}
          aria-label=${isChosen ? form.addedOffer(name) : form.addOffer(name)}
          @click=${() => this.toggle(row)}
        >
          ${isChosen ? form.added : form.add}
        </button>
      </td>
    </tr>`;
  }

  /** The types of the services that are looked at, priced once as long as only machines are added. */
  private rows({ inputs }: EditedSimulation): { rows: readonly MachineRow[]; isComplete: boolean } {
    if (this.pricedFor === null || !areSameBut("machines", inputs, this.pricedFor)) {
      this.priced.clear();
    }
    this.pricedFor = inputs;
    const services = this.service === null ? MAIN_SERVICES : [this.service];
    const parts = services.map((service) => this.rowsOf(service));
    return {
      rows: parts.flatMap((part) => part ?? []),
      isComplete: parts.every((part) => part !== null),
    };
  }

  private rowsOf(service: MachineServiceId): readonly MachineRow[] | null {
    const key = `${service} ${this.purchase}`;
    const known = this.priced.get(key);
    if (known !== undefined) return known;
    const rows = this.pricer(service)?.rows(this.purchase) ?? null;
    if (rows !== null) this.priced.set(key, rows);
    return rows;
  }

  /** A type that is named exactly but not listed: a size of a flexible shape or of a container. */
  private typedRow(simulation: EditedSimulation, rows: readonly MachineRow[]): MachineRow | null {
    const name = this.filter.text.trim();
    if (!/_|\d/u.test(name) || rows.some(({ instanceType }) => instanceType === name)) return null;
    const services = this.service === null ? MAIN_SERVICES : [this.service];
    for (const service of services) {
      const row = simulation.index && this.pricer(service)?.row(name, this.purchase);
      if (row) return row;
    }
    return null;
  }

  private pricer(service: MachineServiceId): MachinePricer | null {
    const { simulation } = this;
    const card = simulation?.cardOf(MACHINE_SERVICES[service]) ?? null;
    return simulation && card && new MachinePricer(service, simulation.inputs, card);
  }

  private isChosen(row: MachineRow): boolean {
    const id = choiceId(row);
    return this.simulation?.inputs.machines.some((other) => choiceId(other) === id) === true;
  }

  private toggle(row: MachineRow): void {
    const { simulation } = this;
    if (simulation === null) return;
    const { machines, functions } = simulation.inputs;
    const { service, instanceType, purchase } = row;
    const id = choiceId(row);
    if (this.isChosen(row)) {
      simulation.update({ machines: machines.filter((other) => choiceId(other) !== id) });
    } else if (machines.length + functions.length < OFFERS_MAX) {
      simulation.update({ machines: [...machines, { service, instanceType, purchase }] });
    }
  }

  private sortBy(key: SortKey): void {
    const { sorting } = this;
    this.sorting = { key, descending: sorting.key === key && !sorting.descending };
  }

  private readonly close = (): void => {
    this.renderRoot.querySelector("dialog")?.close();
  };

  private readonly closed = (): void => {
    this.dispatchEvent(new Event("close"));
  };
}

const HOURLY_DIGITS = 4;

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

define({ "cost-machine-list": CostMachineList });

declare global {
  interface HTMLElementTagNameMap {
    "cost-machine-list": CostMachineList;
  }
}
