import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

/** A group of the form; closed, it says in short what its inputs are. */
export function group(
  title: string,
  summary: string,
  open: boolean,
  body: TemplateResult,
  toggled: (() => void) | typeof nothing = nothing,
): TemplateResult {
  return html`<details class="group" ?open=${open} @toggle=${toggled}>
    <summary>
      <span class="title">${title}</span>
      <span class="state">${summary}</span>
    </summary>
    <div class="body">${body}</div>
  </details>`;
}

/** A switch with its words. */
export function check(label: string, checked: boolean, toggle: () => void): TemplateResult {
  return html`<label class="check"
    ><input type="checkbox" .checked=${live(checked)} @change=${toggle} /><span>${label}</span>
  </label>`;
}
