const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** HTML that may stand in a page as it is. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[];

/**
 * A piece of a page, without its indentation: what is put into it is escaped, unless it is such a
 * piece itself.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const [first = "", ...others] = strings.map((string) => string.replaceAll(/\n\s+/gu, "\n"));
  let text = first;
  for (const [index, part] of parts.entries()) text += toText(part) + (others[index] ?? "");
  return new Html(text);
}

/** Text with `code` between its back-ticks. */
export function withCode(text: string): Html {
  const escaped = escapedText(text);
  return new Html(escaped.replaceAll(/`([^`]+)`/gu, "<code>$1</code>"));
}

function toText(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(({ text }) => text).join("");
  return escapedText(String(part));
}

function escapedText(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? "");
}
