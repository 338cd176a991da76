import { defineSimulator } from "./elements/define-simulator.ts";
import type { Simulation } from "./state/simulation.ts";
import { languageOf } from "./messages/language-of.ts";
import { loadTexts, textsIn } from "./messages/messages.ts";
import { keepOffline } from "./page/offline.ts";
import { undoByKey } from "./state/undo-keys.ts";
import { pageStyles } from "./page.styles.ts";

/** The address follows what is set. Until something is, and unless a link was opened, nothing is needed for it. */
function linkWith(simulation: Simulation): void {
  const sync = async (): Promise<void> => {
    simulation.removeEventListener("change", onChange);
    removeEventListener("hashchange", sync);
    const { syncWithAddress } = await import("./page/link-sync.ts");
    syncWithAddress(simulation);
  };
  const onChange = () => {
    if (simulation.canUndo) void sync();
  };
  if (location.hash.length > 1) void sync();
  else {
    simulation.addEventListener("change", onChange);
    addEventListener("hashchange", sync);
  }
}

/** The page follows the simulator's language, and begins in the browser's. */
async function speak(tag: string): Promise<void> {
  const language = languageOf(tag);
  document.documentElement.lang = language;
  if (simulator === null) return;
  await loadTexts(language);
  document.title = textsIn(language).page.title;
}

// A link is opened as a state is, before there is an answer to another question.
if (location.hash.length > 1) {
  document.querySelector("cost-simulator")?.setAttribute("state", location.hash.slice(1));
}
defineSimulator();
// A style sheet of its own would be one more file to wait for; before this script there is nothing to style.
if (pageStyles.styleSheet) document.adoptedStyleSheets.push(pageStyles.styleSheet);
const simulator = document.querySelector("cost-simulator");
if (simulator !== null) {
  simulator.lang = languageOf(navigator.language);
  linkWith(simulator.simulation);
  document.addEventListener("keydown", (event) => {
    if (event.target === document.body) undoByKey(event, simulator.simulation);
  });
} else {
  // The verification page runs the same script: a visitor of the simulator has it already.
  void import("./verify/define-verification.ts");
}
// What a visit without a network needs is kept once this one has its answer.
document.addEventListener("cost-change", () => void keepOffline(), { once: true });
document.addEventListener("language-change", (event) => void speak(event.language));
void speak(navigator.language);
