import type { SimulatorTag } from "../elements/define-simulator.ts";
import type { Language } from "../format.ts";
import { loadTexts } from "../messages/messages.ts";
import { nextTask } from "../state/next-task.ts";
import { loadStart } from "../state/site-prices.ts";
import { WrittenPart } from "./written-part.ts";

type Simulator = HTMLElementTagNameMap["cost-simulator"];

/** A part of the simulator with an answer to the default question. */
const ANSWER = "cost-summary";
/** Parts that the build has written, too. */
const WRITTEN = [ANSWER, "cost-examples", "cost-tools"] as const;

type WrittenParts = Map<(typeof WRITTEN)[number], WrittenPart>;

/** The simulator of the page in a language; the build has written one in each. `null`: a page without one. */
export function simulatorIn(language: Language): Simulator | null {
  const simulators = [...document.querySelectorAll("cost-simulator")];
  const chosen = simulators.find(({ lang }) => lang === language) ?? simulators[0] ?? null;
  for (const simulator of simulators) if (simulator !== chosen) simulator.remove();
  const main = chosen?.closest("main");
  if (main) main.hidden = false;
  return chosen;
}

/**
 * Puts a simulator in the place of what the build has written of it: when it can show the same, so that
 * nothing is seen of it, and part by part, so that nothing has to wait for it. `define` registers an
 * element, or all that are left.
 */
export async function takeOver(
  simulator: Simulator,
  language: Language,
  define: (tag?: SimulatorTag) => void,
): Promise<void> {
  const { shadowRoot } = simulator;
  if (shadowRoot === null) {
    define();
    return;
  }
  const isAnswered = !simulator.hasAttribute("state");
  // Without texts or prices the simulator itself says what is the matter.
  await Promise.allSettled([loadTexts(language), ...(isAnswered ? [loadStart()] : [])]);
  const parts = writtenParts(shadowRoot);
  // A link asks something else: what is written is not its answer.
  if (!isAnswered) parts.delete(ANSWER);
  await renderAround(parts, simulator, shadowRoot, define);
  if (isAnswered) await answered(simulator);
  // Empty, it keeps the room that its answer will take.
  else define(ANSWER);
  for (const [tag, part] of parts) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that none is long
    await nextTask();
    define(tag);
    // oxlint-disable-next-line no-await-in-loop -- before the next frame
    await shadowRoot.querySelector(tag)?.updateComplete;
    part.giveWay();
  }
  await nextTask();
  define();
}

function writtenParts(shadowRoot: ShadowRoot): WrittenParts {
  const parts: WrittenParts = new Map();
  for (const tag of WRITTEN) {
    const root = shadowRoot.querySelector(tag)?.shadowRoot ?? null;
    if (root !== null) parts.set(tag, new WrittenPart(root));
  }
  return parts;
}

/** Has the simulator rendered around parts, which stay as they are written. */
async function renderAround(
  parts: Readonly<WrittenParts>,
  simulator: Simulator,
  shadowRoot: ShadowRoot,
  define: (tag: SimulatorTag) => void,
): Promise<void> {
  const whole = new WrittenPart(shadowRoot);
  define("cost-simulator");
  await simulator.updateComplete;
  for (const [tag, part] of parts) {
    const element = shadowRoot.querySelector(tag);
    if (element !== null) part.moveTo(element);
  }
  whole.giveWay();
}

/** Waits until there is an answer, or something to say in its place. */
async function answered({ simulation }: Simulator): Promise<void> {
  while (simulation.status === "loading") {
    // oxlint-disable-next-line no-await-in-loop -- until it has changed so
    await new Promise((resolve) => simulation.addEventListener("change", resolve, { once: true }));
  }
}
