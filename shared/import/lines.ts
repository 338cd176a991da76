/** A line of a pasted text that is not empty, and its number from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** The lines of a text that are not empty. */
export function linesOf(text: string): Line[] {
  return text
    .normalize("NFKC")
    .split(/\r?\n/u)
    .map((line, index): Line => ({ number: index + 1, text: line.trim() }))
    .filter((line) => line.text !== "");
}

/** The fields of a line of CSV, whichever of comma, semicolon and tab divides them. */
export function fieldsOf(line: string): string[] {
  const divider = /\t/u.test(line) ? "\t" : /;/u.test(line) ? ";" : ",";
  const fields: string[] = [];
  let field = "";
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === divider && !isQuoted) {
      fields.push(field.trim());
      field = "";
    } else field += character;
  }
  return [...fields, field.trim()];
}

/** A number as a file writes it, with or without separators of thousands; `null` for other text. */
export function numberOf(text: string): number | null {
  const plain = text.replaceAll(/(?<=\d),(?=\d{3})/gu, "");
  return /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(plain) ? Number(plain) : null;
}
