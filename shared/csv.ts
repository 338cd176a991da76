/** Rows as CSV (RFC 4180), with fields neutralised that a spreadsheet would run as a formula. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(toField).join(",")).join("\n");
}

const FORMULA_START = /^[=+\-@\t\r]/u;
const NUMBER = /^-?\d+(?:\.\d+)?$/u;
const NEEDS_QUOTES = /[",\r\n]/u;

function toField(value: string): string {
  // A leading apostrophe makes a spreadsheet show the text; negative numbers keep their sign.
  const safe = FORMULA_START.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
