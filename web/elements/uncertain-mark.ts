import { html, nothing, type TemplateResult } from "lit";
import { restsOnLowConfidence } from "../../shared/low-confidence.ts";
import type { PricedOffer } from "../../shared/price-offers.ts";
import type { OfferTexts } from "../messages/offer-texts.ts";

/** Whether a bill rests on a price that is not certain. */
export function isUncertain({ lineItems }: PricedOffer): boolean {
  return restsOnLowConfidence(lineItems);
}

/** Marks an offer whose bill rests on a price that is not certain. */
export function uncertainMark(
  priced: PricedOffer,
  { page }: Pick<OfferTexts, "page">,
): TemplateResult | typeof nothing {
  if (!isUncertain(priced)) return nothing;
  return html`<span class="mark" title=${page.flags.low_confidence}>${page.uncertain}</span>`;
}
