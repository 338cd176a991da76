import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

/** One of a few to choose from. */
export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Language of the label, where it is not the page's. */
  readonly lang?: string;
}

/** A choice of a few: radio buttons that look like one control. */
export function segments<Value extends string>(
  name: string,
  legend: string,
  options: readonly Segment<Value>[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<fieldset>
    <legend class="hidden-text">${legend}</legend>
    <div class="segments">
      ${options.map(
        ({ value, label, lang }) =>
          html`<label lang=${lang ?? nothing}
            ><input
              type="radio"
              name=${name}
              value=${value}
              .checked=${live(value === chosen)}
              @change=${() => choose(value)}
            />${label}</label
          >`,
      )}
    </div>
  </fieldset>`;
}
