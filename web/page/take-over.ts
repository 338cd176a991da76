import type { Language } from "../format.ts";
import { loadTexts } from "../messages/messages.ts";
import { loadStart } from "../state/site-simulation.ts";
import { CONTROLS, USED } from "./written-controls.ts";

/** The simulator of the page in a language; the build has written one in each. `null`: a page without one. */
export function simulatorIn(language: Language): HTMLElementTagNameMap["cost-simulator"] | null {
  const simulators = [...document.querySelectorAll("cost-simulator")];
  const chosen = simulators.find(({ lang }) => lang === language) ?? simulators[0] ?? null;
  for (const simulator of simulators) if (simulator !== chosen) simulator.remove();
  const main = chosen?.closest("main");
  if (main) main.hidden = false;
  return chosen;
}

/**
 * Puts a simulator in the place of what the build has written of it: when it can show the same, and
 * in one step, so that nothing is seen of it. `define` registers the elements.
 */
export async function takeOver(
  simulator: HTMLElement,
  language: Language,
  define: () => void,
): Promise<void> {
  const { shadowRoot } = simulator;
  if (shadowRoot === null) {
    define();
    return;
  }
  const isAnswered = !simulator.hasAttribute("state");
  // Without texts or prices the simulator itself says what is the matter.
  await Promise.allSettled([loadTexts(language), ...(isAnswered ? [loadStart()] : [])]);
  const before = controlsIn(shadowRoot);
  const used = before.findIndex((control) => control.hasAttribute(USED));
  const focused = before.findIndex((control) => control.matches(":focus"));
  shadowRoot.replaceChildren();
  define();
  if (used < 0 && focused < 0) return;
  // By then everything is rendered.
  setTimeout(() => {
    const after = controlsIn(shadowRoot);
    after[focused]?.focus({ preventScroll: true });
    after[used]?.click();
  });
}

/** Everything to be pressed within a tree and the trees in it; what comes with the script comes after the rest. */
function controlsIn(tree: ShadowRoot): HTMLElement[] {
  return [...tree.querySelectorAll<HTMLElement>("*")].flatMap((element) => {
    if (element.shadowRoot !== null) return controlsIn(element.shadowRoot);
    return element.matches(CONTROLS) ? element : [];
  });
}
