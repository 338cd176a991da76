import type { ProviderId } from "../../shared/catalog/providers.ts";
import type { PricingError } from "../../shared/engine/errors.ts";
import { describePricingError } from "../../shared/messages/pricing-problem.ts";
import { offerLabel } from "../../shared/offer-label.ts";
import { MB_PER_GB, MS_PER_SECOND } from "../../shared/units.ts";
import type { Formatter } from "../format.ts";
import { VALUE } from "../formats.ts";
import type { PageMessages, Texts } from "../messages/messages.ts";
import type { FunctionChoice } from "../state/inputs.ts";

const SECONDS_PER_MINUTE = 60;

/** What people call a function configuration. */
export function nameOfChoice(choice: FunctionChoice, texts: Texts): string {
  return offerLabel({ kind: "function", ...choice }, texts.domain);
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
  return describePricingError(problem, domain);
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
  return page.durations.ms(format.written(VALUE, durationMs));
}

/** A size given in KB in its largest whole unit. */
export function sizeText(sizeKb: number, page: PageMessages, format: Formatter): string {
  if (sizeKb >= MB_PER_GB && sizeKb % MB_PER_GB === 0) {
    return page.sizes.mb(format.count(sizeKb / MB_PER_GB));
  }
  return page.sizes.kb(format.written(VALUE, sizeKb));
}
