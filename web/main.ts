import { defineSimulator } from "./elements/define-simulator.ts";
import { languageOf, loadTexts, textsIn } from "./messages/messages.ts";
import { pageStyles } from "./page.styles.ts";

/** The page follows the simulator's language, and begins in the browser's. */
async function speak(tag: string): Promise<void> {
  const language = languageOf(tag);
  document.documentElement.lang = language;
  await loadTexts(language);
  document.title = textsIn(language).page.title;
}

defineSimulator();
// A style sheet of its own would be one more file to wait for; before this script there is nothing to style.
if (pageStyles.styleSheet) document.adoptedStyleSheets.push(pageStyles.styleSheet);
document.querySelector("cost-simulator")?.setAttribute("lang", languageOf(navigator.language));
document.addEventListener("language-change", (event) => void speak(event.language));
void speak(navigator.language);
