import { MS_PER_SECOND } from "../../shared/units.ts";
import type { Formatter } from "../format.ts";
import type { OfferPageTexts } from "../messages/offer-texts.ts";

const MS_PER_MINUTE = 60 * MS_PER_SECOND;

/** An execution time to three digits, in the unit in which one says it. */
export function timeText(
  durationMs: number,
  { durations }: Pick<OfferPageTexts, "durations">,
  format: Formatter,
): string {
  if (durationMs >= MS_PER_MINUTE) {
    return durations.minutes(format.rounded(durationMs / MS_PER_MINUTE));
  }
  if (durationMs >= MS_PER_SECOND) {
    return durations.seconds(format.rounded(durationMs / MS_PER_SECOND));
  }
  return durations.ms(format.rounded(durationMs));
}
