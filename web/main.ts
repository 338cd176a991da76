import { defineSimulator } from "./elements/define-simulator.ts";
import type { EditedSimulation } from "./state/edited-simulation.ts";
import { languageOf } from "./messages/language-of.ts";
import { loadTexts, textsIn } from "./messages/messages.ts";
import { keepOffline } from "./page/offline.ts";
import { simulatorIn, takeOver } from "./page/take-over.ts";
import { undoByKey } from "./state/undo-keys.ts";
import { pageStyles } from "./page.styles.ts";

/** The address follows what is set. Until something is, and unless a link was opened, nothing is needed for it. */
function linkWith(simulation: EditedSimulation): void {
  const sync = async (): Promise<void> => {
    simulation.removeEventListener("change", onChange);
    removeEventListener("hashchange", sync);
    const { syncWithAddress } = await import("./page/link-sync.ts");
    syncWithAddress(simulation);
  };
  const onChange = () => {
    if (simulation.canUndo) void sync();
  };
  if (location.hash.length > 1 || simulation.canUndo) void sync();
  else {
    simulation.addEventListener("change", onChange);
    addEventListener("hashchange", sync);
  }
}

/** The page follows the simulator's language. */
async function speak(tag: string): Promise<void> {
  const language = languageOf(tag);
  document.documentElement.lang = language;
  if (simulator === null) return;
  await loadTexts(language);
  document.title = textsIn(language).page.title;
}

/** Makes the page's simulator work, in the browser's language. */
async function start(): Promise<void> {
  if (simulator === null) {
    // The verification page runs the same script: a visitor of the simulator has it already.
    await import("./verify/define-verification.ts");
    return;
  }
  simulator.lang = browserLanguage;
  // A link is opened as a state is, before there is an answer to another question.
  if (location.hash.length > 1) simulator.setAttribute("state", location.hash.slice(1));
  await takeOver(simulator, browserLanguage, defineSimulator);
  const { simulation } = simulator;
  linkWith(simulation);
  document.addEventListener("keydown", (event) => {
    if (event.target === document.body) undoByKey(event, simulation);
  });
}

// A style sheet of its own would be one more file to wait for; before this script there is nothing to style.
if (pageStyles.styleSheet) document.adoptedStyleSheets.push(pageStyles.styleSheet);
const browserLanguage = languageOf(navigator.language);
const simulator = simulatorIn(browserLanguage);
// What a visit without a network needs is kept once this one has its answer.
document.addEventListener("cost-change", () => void keepOffline(), { once: true });
document.addEventListener("language-change", (event) => void speak(event.language));
void start();
void speak(browserLanguage);
