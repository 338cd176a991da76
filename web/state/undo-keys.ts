import type { EditedSimulation } from "./edited-simulation.ts";

/** Ctrl+Z takes a change back and Ctrl+Shift+Z makes it again, but for text that is being typed. */
export function undoByKey(event: KeyboardEvent, simulation: EditedSimulation): void {
  const isAsked = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
  if (!isAsked || event.defaultPrevented || isTextField(event.composedPath()[0])) return;
  event.preventDefault();
  if (event.shiftKey) simulation.redo();
  else simulation.undo();
}

const WITHOUT_TEXT: ReadonlySet<string> = new Set(["range", "radio", "checkbox", "file"]);

function isTextField(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !WITHOUT_TEXT.has(target.type);
}
