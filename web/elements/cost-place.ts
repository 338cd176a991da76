import { html, LitElement, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { CatalogIndex, Place, PlacesFile } from "../../shared/catalog/catalog-index.ts";
import {
  FUNCTION_SERVICES,
  MACHINE_SERVICES,
  type ProviderId,
  type ServiceId,
} from "../../shared/catalog/providers.ts";
import type { Language } from "../format.ts";
import { textsIn } from "../messages/messages.ts";
import { RegionChangeEvent } from "./events.ts";
import { costPlaceStyles } from "./cost-place.styles.ts";
import { sharedStyles } from "./shared.styles.ts";

const PROVIDER_OF: Readonly<Record<ServiceId, ProviderId>> = {
  ...FUNCTION_SERVICES,
  ...MACHINE_SERVICES,
};

/**
 * A city to be priced in, from all that any provider has a region in.
 *
 * @fires region-change - another city was chosen; `region` is the name of a region there
 */
export class CostPlace extends LitElement {
  static override properties = {
    index: { attribute: false },
    region: {},
    services: {
      attribute: false,
      hasChanged: (now: readonly ServiceId[], before: readonly ServiceId[] | undefined) =>
        now.join() !== before?.join(),
    },
    language: {},
  };
  static override styles = [sharedStyles, costPlaceStyles];

  declare index: CatalogIndex<PlacesFile> | null;
  declare region: string;
  /** The services that are compared: those that are priced elsewhere are named. */
  declare services: readonly ServiceId[];
  declare language: Language;

  constructor() {
    super();
    this.index = null;
    this.region = "";
    this.services = [];
    this.language = "en";
  }

  override render(): TemplateResult | typeof nothing {
    const { index, language } = this;
    const { page } = textsIn(language);
    const place = index?.placeOf(this.region);
    return html`<label class="label" for="place">${page.place}</label>
      <select id="place" class="input" ?disabled=${index === null} @change=${this.choose}>
        ${byCountry(index?.places ?? [], language).map(
          ([country, places]) =>
            html`<optgroup label=${country}>
              ${places.map(
                ({ id, city }) =>
                  html`<option value=${id} .selected=${live(id === place?.id)}>
                    ${city[language]}
                  </option>`,
              )}
            </optgroup>`,
        )}
      </select>
      ${this.renderElsewhere(place)}`;
  }

  /** Which of the compared providers have no region there, and where they are priced instead. */
  private renderElsewhere(place: Place | undefined): TemplateResult | typeof nothing {
    const { index, language } = this;
    if (index === null || place === undefined) return nothing;
    const { page } = textsIn(language);
    const providers = [...new Set(this.services.map((service) => PROVIDER_OF[service]))];
    const elsewhere = providers.flatMap((provider) => {
      if (place.regions[provider] !== undefined) return [];
      const region = index.resolveRegion(provider, this.region);
      const city = index.placeOf(region)?.city[language];
      return city === undefined ? [] : [`${page.providers[provider]}: ${city} (${region})`];
    });
    if (elsewhere.length === 0) return nothing;
    return html`<p class="muted small note">
      ${page.pricedElsewhere} ${elsewhere.join(page.listSeparator)}
    </p>`;
  }

  private readonly choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    const place = this.index?.places.find(({ id }) => id === value);
    const region = Object.values(place?.regions ?? {})[0]?.[0];
    if (region !== undefined) this.dispatchEvent(new RegionChangeEvent(region));
  };
}

/** Places under the name of their country in a language, both in its order. */
function byCountry(places: readonly Place[], language: Language): [string, Place[]][] {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const order = new Intl.Collator(language);
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const country = names.of(place.country) ?? place.country;
    groups.set(country, [...(groups.get(country) ?? []), place]);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => order.compare(a.city[language], b.city[language]));
  }
  return [...groups].sort(([a], [b]) => order.compare(a, b));
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-place": CostPlace;
  }
}
