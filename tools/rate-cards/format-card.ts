/**
 * A card or the index as text: numbers as plain decimals, one column, price or source per line, so that a change
 * of one price is a change of one line.
 */
export function formatCard(card: object): string {
  return `${format(card, "")}\n`;
}

/** A number in plain decimals: `0.0000002`, never `2e-7`. */
export function plainDecimal(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a finite number: ${value}`);
  const [coefficient = "", exponent] = String(value).split("e");
  if (exponent === undefined) return coefficient;
  const sign = coefficient.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = coefficient.replace("-", "").split(".");
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, "0");
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function format(value: unknown, indent: string): string {
  if (!isObject(value) || !holdsObjects(value)) return formatInline(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const lines = value.map((item) => deeper + format(item, deeper));
    return `[\n${lines.join(",\n")}\n${indent}]`;
  }
  const lines = entriesOf(value).map(
    ([key, item]) => `${deeper}${JSON.stringify(key)}: ${format(item, deeper)}`,
  );
  return `{\n${lines.join(",\n")}\n${indent}}`;
}

function formatInline(value: unknown): string {
  if (typeof value === "number") return plainDecimal(value);
  if (Array.isArray(value)) return `[${value.map(formatInline).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = entriesOf(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${formatInline(item)}`,
  );
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Whether something inside is an object; lists of plain values do not count. */
function holdsObjects(value: object): boolean {
  const items: unknown[] = Object.values(value);
  return items.some((item) => isObject(item) && (!Array.isArray(item) || holdsObjects(item)));
}
