import { define } from "../elements/define.ts";
import { CodeSnippet } from "../guide/code-snippet.ts";
import { ElementsGuide } from "../guide/elements-guide.ts";
import { pageStyles } from "../page.styles.ts";

define({ "code-snippet": CodeSnippet, "elements-guide": ElementsGuide });
if (pageStyles.styleSheet) document.adoptedStyleSheets.push(pageStyles.styleSheet);
document.addEventListener("language-change", ({ language }) => {
  document.documentElement.lang = language;
});
