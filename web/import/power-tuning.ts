import type { Measurements, MeasuredSize } from "./measurements.ts";

/** The fragment of a visualisation's address: sizes, times and costs, each a list in base64. */
const FRAGMENT = /#([\w+/=%-]+);([\w+/=%-]+);([\w+/=%-]+)/u;
const SIZE_BYTES = 2;
const FLOAT_BYTES = 4;
const TIME_DIGITS = 5;

/**
 * A result of AWS Lambda Power Tuning: its JSON output, wherever it stands in other JSON, or the
 * address of its visualisation. `null` for another text.
 */
export function readPowerTuning(text: string): Measurements | null {
  const output = outputIn(parsed(text.trim()));
  const sizes = output?.sizes ?? sizesOfAddress(text) ?? [];
  const best = sizes.find(({ memoryMb }) => memoryMb === output?.power) ?? cheapestOf(sizes);
  if (best === undefined) return null;
  return {
    source: "powerTuning",
    read: sizes.length,
    ignored: [],
    inputs: inputsOfSize(best),
    sizes: sizes.length > 1 ? sizes : [],
  };
}

/** The inputs that a size stands for; its time is a mean, so that no distribution is known. */
export function inputsOfSize({ memoryMb, durationMs }: MeasuredSize): Measurements["inputs"] {
  return { memoryMb, durationMs, durations: [] };
}

interface Output {
  readonly power: number;
  readonly sizes: readonly MeasuredSize[];
}

/** The object with the figures; results of the Step Functions console have it in a string. */
function outputIn(value: unknown): Output | null {
  if (typeof value === "string") return outputIn(parsed(value));
  if (typeof value !== "object" || value === null) return null;
  const fields = value as Readonly<Record<string, unknown>>;
  const power = Number(fields["power"]);
  const durationMs = Number(fields["duration"]);
  if (power > 0 && durationMs > 0) {
    const costUsd = typeof fields["cost"] === "number" ? fields["cost"] : null;
    const machine = fields["stateMachine"] as { visualization?: string } | undefined;
    const all = sizesOfStats(fields["stats"]) ?? sizesOfAddress(machine?.visualization ?? "");
    const isListed = all?.some(({ memoryMb }) => memoryMb === power) === true;
    return { power, sizes: isListed ? all : [{ memoryMb: power, durationMs, costUsd }] };
  }
  for (const inner of Object.values(fields)) {
    const found = outputIn(inner);
    if (found !== null) return found;
  }
  return null;
}

function sizesOfStats(stats: unknown): MeasuredSize[] | null {
  if (!Array.isArray(stats)) return null;
  const sizes = (stats as readonly Readonly<Record<string, unknown>>[]).map((size) => ({
    memoryMb: Number(size["value"]),
    durationMs: Number(size["averageDuration"]),
    costUsd: typeof size["averagePrice"] === "number" ? size["averagePrice"] : null,
  }));
  return sizes.every(({ memoryMb, durationMs }) => memoryMb > 0 && durationMs > 0) ? sizes : null;
}

function sizesOfAddress(text: string): MeasuredSize[] | null {
  const [, sizeText, timeText, costText] = FRAGMENT.exec(text) ?? [];
  const sizes = bytesOf(sizeText);
  const times = bytesOf(timeText);
  const costs = bytesOf(costText);
  if (sizes === null || times === null || costs === null) return null;
  const count = Math.floor(sizes.byteLength / SIZE_BYTES);
  if (count === 0 || times.byteLength !== count * FLOAT_BYTES) return null;
  if (costs.byteLength !== count * FLOAT_BYTES) return null;
  return Array.from({ length: count }, (_, index) => ({
    memoryMb: sizes.getUint16(index * SIZE_BYTES, true),
    durationMs: Number(times.getFloat32(index * FLOAT_BYTES, true).toPrecision(TIME_DIGITS)),
    costUsd: costs.getFloat32(index * FLOAT_BYTES, true),
  }));
}

function bytesOf(text: string | undefined): DataView | null {
  if (text === undefined) return null;
  try {
    const plain = decodeURIComponent(text).replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(plain), (character) => character.codePointAt(0) ?? 0);
    return new DataView(bytes.buffer);
  } catch {
    return null;
  }
}

function cheapestOf(sizes: readonly MeasuredSize[]): MeasuredSize | undefined {
  return sizes.toSorted((a, b) => (a.costUsd ?? 0) - (b.costUsd ?? 0))[0];
}

function parsed(text: string): unknown {
  if (!/^[[{"]/u.test(text)) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
