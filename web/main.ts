import "./cost-simulator.ts";
import { languageOf, textsIn } from "./messages/messages.ts";

/** The page follows the simulator's language, and begins in the browser's. */
function speak(language: string): void {
  document.documentElement.lang = language;
  document.title = textsIn(languageOf(language)).page.title;
}

const language = languageOf(navigator.language);
speak(language);
document.querySelector("cost-simulator")?.setAttribute("lang", language);
document.addEventListener("language-change", (event) => speak(event.language));
