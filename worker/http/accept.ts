/** Most of an Accept header that is read; browsers send about 150 characters. */
const ACCEPT_LENGTH_MAX = 1000;

/**
 * The first of the offered media types that an `Accept` header rates highest, RFC 9110; `null` when
 * it takes none of them.
 */
export function negotiate(accept: string | null, offered: readonly string[]): string | null {
  const [first = null] = offered;
  if (accept === null || accept === "*/*" || accept === "" || accept === first) return first;
  const ranges = accept.slice(0, ACCEPT_LENGTH_MAX).split(",").map(toRange);
  let best: string | null = null;
  let bestQuality = 0;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality > bestQuality) {
      best = type;
      bestQuality = quality;
    }
  }
  return best;
}

interface MediaRange {
  readonly type: string;
  readonly quality: number;
}

function toRange(text: string): MediaRange {
  const [type = "", ...parameters] = text.split(";");
  const quality = parameters
    .find((parameter) => /^\s*q=/iu.test(parameter))
    ?.trim()
    .slice(2);
  const value = quality === undefined ? 1 : Number(quality);
  return { type: type.trim().toLowerCase(), quality: value >= 0 && value <= 1 ? value : 0 };
}

/** The quality that the most specific matching range gives. */
function qualityOf(type: string, ranges: readonly MediaRange[]): number {
  const [main] = type.split("/", 1);
  for (const wanted of [type, `${main}/*`, "*/*"]) {
    const range = ranges.find((candidate) => candidate.type === wanted);
    if (range !== undefined) return range.quality;
  }
  return 0;
}
