import { html, svg, type TemplateResult } from "lit";
import { offerLabel } from "../../shared/offer-label.ts";
import type { Offer } from "../../shared/offer.ts";
import type { OfferTexts } from "../messages/offer-texts.ts";

/** Colours that are told apart; further offers begin anew. */
export const COLOURS = 8;

/** The class that gives an offer its colour. */
export function seriesClass(slot: number): string {
  return `series-${slot % COLOURS}`;
}

/** A piece of an offer's line as the chart draws it: functions solid, machines dashed. */
export function swatch(
  slot: number,
  kind: Offer["kind"],
  colour: string = seriesClass(slot),
): TemplateResult {
  return html`<svg class="swatch ${colour}" viewBox="0 0 24 8" aria-hidden="true">
    ${
      kind === "machine"
        ? svg`<line x1="0" y1="4" x2="24" y2="4" stroke-dasharray="6 3" />`
        : svg`<line x1="0" y1="4" x2="24" y2="4" />`
    }
  </svg>`;
}

/** What people call an offer: `offerLabel` in the visitor's language. */
export function nameOf(offer: Offer, texts: Pick<OfferTexts, "domain">): string {
  return offerLabel(offer, texts.domain);
}
