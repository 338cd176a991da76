import { html, nothing, svg, type TemplateResult } from "lit";
import type { ProviderId } from "../../shared/catalog/providers.ts";
import type { PricingError } from "../../shared/engine/errors.ts";
import { offerLabel } from "../../shared/offer-label.ts";
import type { Offer } from "../../shared/offer.ts";
import { flagsOf } from "../../shared/price-flags.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import { today } from "../today.ts";
import { MB_PER_GB, MS_PER_SECOND } from "../../shared/units.ts";
import type { Formatter } from "../format.ts";
import type { PageMessages, Texts } from "../messages/messages.ts";
import type { FunctionChoice } from "../state/inputs.ts";

/** Colours that are told apart; further offers begin anew. */
export const COLOURS = 8;
const SECONDS_PER_MINUTE = 60;

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
export function nameOf(offer: Offer, texts: Texts): string {
  return offerLabel(offer, texts.domain);
}

/** What people call a function configuration. */
export function nameOfChoice(choice: FunctionChoice, texts: Texts): string {
  return offerLabel({ kind: "function", ...choice }, texts.domain);
}

/** Whether a bill rests on a price that is not certain. */
export function isUncertain({ lineItems }: PricedOffer): boolean {
  return flagsOf(lineItems, today()).includes("low_confidence");
}

/** Marks an offer whose bill rests on a price that is not certain. */
export function uncertainMark(
  priced: PricedOffer,
  { page }: Texts,
): TemplateResult | typeof nothing {
  if (!isUncertain(priced)) return nothing;
  return html`<span class="mark" title=${page.flags.low_confidence}>${page.uncertain}</span>`;
}

/** What people call a provider. */
export function providerName(provider: ProviderId, { page }: Texts): string {
  return page.providers[provider];
}

/** Why an offer cannot be bought for the workload. */
export function reasonOf(problem: PricingError | null, texts: Texts, format: Formatter): string {
  const { page, domain } = texts;
  if (problem === null) return page.carriesNothing;
  const limit = Number(problem.params["limit"]);
  if (problem.code === "over_service_limit") {
    if (problem.path.includes("memoryMb")) {
      return page.overMemory(page.sizes.mb(format.count(limit)));
    }
    if (problem.path.includes("durationMs")) {
      return page.overDuration(durationText(limit, page, format));
    }
  }
  return domain.pricingProblems[problem.code](problem.params);
}

/** A duration in its largest whole unit. */
export function durationText(durationMs: number, page: PageMessages, format: Formatter): string {
  const seconds = durationMs / MS_PER_SECOND;
  if (seconds >= SECONDS_PER_MINUTE && seconds % SECONDS_PER_MINUTE === 0) {
    return page.durations.minutes(format.count(seconds / SECONDS_PER_MINUTE));
  }
  if (seconds >= 1 && Number.isInteger(seconds)) {
    return page.durations.seconds(format.count(seconds));
  }
  return page.durations.ms(format.value(durationMs));
}

/** A size given in KB in its largest whole unit. */
export function sizeText(sizeKb: number, page: PageMessages, format: Formatter): string {
  if (sizeKb >= MB_PER_GB && sizeKb % MB_PER_GB === 0) {
    return page.sizes.mb(format.count(sizeKb / MB_PER_GB));
  }
  return page.sizes.kb(format.value(sizeKb));
}
