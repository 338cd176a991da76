import { plainDecimal } from "../../shared/plain-decimal.ts";

/**
 * A card or the index as text: numbers as plain decimals, one column, price or source per line, so that a change
 * of one price is a change of one line.
 */
export function formatCard(card: object): string {
  return `${format(card, "")}\n`;
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
