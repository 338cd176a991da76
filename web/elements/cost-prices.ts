import { html, LitElement, nothing, type TemplateResult } from "lit";
import { EGRESS_SERVICE } from "../../shared/catalog/egress-service.ts";
import {
  FUNCTION_SERVICES,
  MACHINE_SERVICES,
  PROVIDERS,
  type ProviderId,
  type ServiceId,
} from "../../shared/catalog/providers.ts";
import { CUSTOM_PRICES_MAX, FIELDS, NAME_LENGTH_MAX } from "../../shared/fields.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { VALUE, unitPriceText } from "../formats.ts";
import { formTextsIn, type FormMessages } from "../messages/form-texts.ts";
import { textsIn } from "../messages/messages.ts";
import type { CustomPriceChoice } from "../state/inputs.ts";
import type { Simulation } from "../state/simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { costPricesStyles } from "./cost-prices.styles.ts";
import type { FieldChangeEvent, FieldValidityEvent } from "./events.ts";
import { providerName } from "./parts.ts";
import { segments } from "./segments.ts";
import { sharedStyles } from "./shared.styles.ts";

type ChangeKind = "discount" | "price";

const SERVICES = Object.entries({ ...FUNCTION_SERVICES, ...MACHINE_SERVICES }) as [
  ServiceId,
  ProviderId,
][];
/** Names of machine types, and patterns of them with `*` for any text. */
const PATTERN = new RegExp(String.raw`^[\w.*-]{1,${NAME_LENGTH_MAX}}$`, "u");

/** Prices of the visitor's own: a list of what is paid instead of the price list, or less than it. */
export class CostPrices extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    provider: { state: true },
    service: { state: true },
    kind: { state: true },
    amount: { state: true },
    isAmountValid: { state: true },
    problem: { state: true },
  };
  static override styles = [sharedStyles, costPricesStyles];

  declare private provider: ProviderId;
  /** Empty for all services. */
  declare private service: string;
  declare private kind: ChangeKind;
  declare private amount: number | null;
  declare private isAmountValid: boolean;
  declare private problem: string | null;
  declare simulation: Simulation | null;
  declare language: Language;
  private added = 0;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.provider = "aws";
    this.service = "";
    this.kind = "discount";
    this.amount = null;
    this.isAmountValid = true;
    this.problem = null;
    watchSimulation(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation } = this;
    if (simulation === null) return nothing;
    const form = formTextsIn(this.language);
    const { customPrices } = simulation.inputs;
    return html`
      ${
        customPrices.length === 0
          ? nothing
          : html`<ul>
              ${customPrices.map((price) => this.renderPrice(price, simulation, form))}
            </ul>`
      }
      ${this.renderForm(form)}
    `;
  }

  private renderPrice(
    price: CustomPriceChoice,
    simulation: Simulation,
    form: FormMessages,
  ): TemplateResult {
    const text = this.textOf(price, form);
    return html`<li>
      <span>${text}</span>
      <button
        type="button"
        class="text-button small"
        aria-label=${form.removeOffer(text)}
        @click=${() => {
          const { customPrices } = simulation.inputs;
          simulation.update({ customPrices: customPrices.filter((other) => other !== price) });
          this.renderRoot.querySelector("select")?.focus();
        }}
      >
        ${form.remove}
      </button>
    </li>`;
  }

  private renderForm(form: FormMessages): TemplateResult {
    const texts = textsIn(this.language);
    const isDiscount = this.kind === "discount";
    return html`<form novalidate @submit=${this.submitted}>
      <label
        >${form.machineProvider}
        <select
          class="input"
          @change=${(event: Event) => {
            this.provider = valueOf(event) as ProviderId;
            this.service = "";
          }}
        >
          ${PROVIDERS.map(
            (id) =>
              html`<option value=${id} ?selected=${id === this.provider}>
                ${providerName(id, texts)}
              </option>`,
          )}
        </select>
      </label>
      <label
        >${form.priceService}
        <select class="input" .value=${this.service} @change=${this.serviceChosen}>
          <option value="">${form.allServices}</option>
          ${SERVICES.filter(([, provider]) => provider === this.provider).map(
            ([id]) => html`<option value=${id}>${texts.domain.services[id]}</option>`,
          )}
          <option value=${EGRESS_SERVICE}>${texts.meters.egress}</option>
        </select>
      </label>
      ${
        this.service === "" || this.service in MACHINE_SERVICES
          ? html`<label
              >${form.priceType}
              <input
                id="type"
                class="input"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder=${form.priceTypeHint}
                maxlength=${NAME_LENGTH_MAX}
              />
            </label>`
          : nothing
      }
      ${segments<ChangeKind>(
        "kind",
        form.priceChange,
        [
          { value: "discount", label: form.discount },
          { value: "price", label: form.ownPrice },
        ],
        this.kind,
        (kind) => {
          this.kind = kind;
          this.amount = null;
        },
      )}
      <cost-field
        .label=${isDiscount ? form.discountAmount : form.ownPriceAmount}
        .unit=${isDiscount ? form.units.percent : "USD"}
        .field=${isDiscount ? FIELDS.discount_percent : FIELDS.unit_price}
        .value=${this.amount}
        .restored=${`${this.kind} ${this.added}`}
        .placeholder=${isDiscount ? "20" : "0.05"}
        .language=${this.language}
        optional
        @field-change=${({ value }: FieldChangeEvent) => (this.amount = value)}
        @field-validity=${({ isValid }: FieldValidityEvent) => (this.isAmountValid = isValid)}
      ></cost-field>
      <p class="problem" role="status" ?hidden=${this.problem === null}>${this.problem}</p>
      <button type="submit" class="button">${form.addPrice}</button>
    </form>`;
  }

  private textOf(
    { provider, service, instanceType, change }: CustomPriceChoice,
    form: FormMessages,
  ): string {
    const texts = textsIn(this.language);
    const {
      meters,
      domain: { services },
    } = texts;
    const format: Formatter = formatterFor(this.language, "USD");
    const named =
      service === undefined
        ? providerName(provider, texts)
        : service === EGRESS_SERVICE
          ? `${providerName(provider, texts)} ${meters.egress}`
          : (services[service as ServiceId] ?? service);
    const amount =
      "discountPercent" in change
        ? form.lessPercent(format.written(VALUE, change.discountPercent))
        : unitPriceText(change.unitPriceUsd, format);
    return [named, instanceType, amount].filter(Boolean).join(" · ");
  }

  private readonly serviceChosen = (event: Event): void => {
    this.service = valueOf(event);
  };

  private readonly submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    const { simulation } = this;
    if (simulation === null) return;
    const pattern = this.renderRoot.querySelector<HTMLInputElement>("#type")?.value.trim() ?? "";
    this.problem = this.problemWith(pattern, simulation);
    const { amount } = this;
    if (this.problem !== null || amount === null) return;
    const price: CustomPriceChoice = {
      provider: this.provider,
      ...(this.service === "" ? {} : { service: this.service }),
      ...(pattern === "" ? {} : { instanceType: pattern }),
      change: this.kind === "discount" ? { discountPercent: amount } : { unitPriceUsd: amount },
    };
    this.amount = null;
    this.added += 1;
    simulation.update({ customPrices: [...simulation.inputs.customPrices, price] });
  };

  private problemWith(pattern: string, simulation: Simulation): string | null {
    const form = formTextsIn(this.language);
    if (!this.isAmountValid || this.amount === null) return form.amountMissing;
    if (pattern !== "" && !PATTERN.test(pattern)) return form.patternWrong;
    // One price for all that a provider sells would be no price.
    if (this.kind === "price" && this.service === "" && pattern === "") return form.priceOfWhat;
    const isFull = simulation.inputs.customPrices.length >= CUSTOM_PRICES_MAX;
    return isFull ? form.tooManyPrices(CUSTOM_PRICES_MAX) : null;
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-prices": CostPrices;
  }
}
