const RULE = /(?<selectors>[^{}]+)(?<declarations>\{[^{}]*\})/gu;
const COMMA_OUTSIDE_PARENTHESES = /,(?![^(]*\))/u;
const NEGATION = /:not\((?:[^()]|\([^()]*\))*\)/gu;
const ATTRIBUTE = /(?<=\[)[\w-]+/gu;
/** Conditions of a selector, which can come to hold, with what is within them. */
const CONDITION = /::?[\w-]+|\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]/gu;
const NAME = /[\w-]+/gu;

/** The rules of a style sheet that can apply to some markup: those whose tags, classes and attributes are words of it. */
export function usedStyles(css: string, markup: string): string {
  const words = new Set(markup.match(NAME));
  const isUsed = (selector: string): boolean => {
    const names = selector.replaceAll(CONDITION, "").match(NAME) ?? [];
    const attributes = selector.replaceAll(NEGATION, "").match(ATTRIBUTE) ?? [];
    return [...names, ...attributes].every((name) => words.has(name));
  };
  return css.replaceAll(RULE, (_rule, selectors: string, declarations: string) => {
    const used = selectors.split(COMMA_OUTSIDE_PARENTHESES).filter(isUsed);
    return used.length === 0 ? "" : used.join(",") + declarations;
  });
}

const CUSTOM_PROPERTY = /(?<name>--[\w-]+):[^;{}]+;?/gu;

/** Style sheets without the custom properties that none of them reads. */
export function withoutUnreadProperties(sheets: readonly string[]): string[] {
  const all = sheets.join("\n");
  return sheets.map((css) =>
    css.replaceAll(CUSTOM_PROPERTY, (declaration: string, name: string) =>
      all.includes(`var(${name})`) || all.includes(`var(${name},`) ? declaration : "",
    ),
  );
}
