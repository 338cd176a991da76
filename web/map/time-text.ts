import { MS_PER_SECOND } from "../../shared/units.ts";
import type { Formatter } from "../format.ts";
import type { PageMessages } from "../messages/messages.ts";

const MS_PER_MINUTE = 60 * MS_PER_SECOND;

/** An execution time to three digits, in the unit in which one says it. */
export function timeText(
  durationMs: number,
  { durations }: PageMessages,
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
