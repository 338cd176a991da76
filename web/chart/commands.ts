import type { ChartView } from "../../shared/chart/view.ts";
import { pannedBy, zoomedBy, type PlaceInView } from "./zoom.ts";

/** What buttons and keys do to the view. */
export type ViewCommand = "in" | "out" | "reset" | PlaceInView;

/** How much nearer one step comes, and how far one moves, in parts of the view. */
const ZOOM_STEP = 2;
const PAN_STEP = 0.1;
const CENTRE: PlaceInView = { across: 0.5, up: 0.5 };

const KEYS: Readonly<Record<string, ViewCommand>> = {
  "+": "in",
  "=": "in",
  "-": "out",
  _: "out",
  "0": "reset",
};

const KEYS_WITH_SHIFT: Readonly<Record<string, ViewCommand>> = {
  ArrowLeft: { across: -PAN_STEP, up: 0 },
  ArrowRight: { across: PAN_STEP, up: 0 },
  ArrowUp: { across: 0, up: PAN_STEP },
  ArrowDown: { across: 0, up: -PAN_STEP },
};

/** The command that a key stands for; `null` for a key that is none. */
export function commandOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  // With these a key is the browser's: Ctrl and plus is a larger page.
  if (ctrlKey || metaKey || altKey) return null;
  return (shiftKey ? KEYS_WITH_SHIFT[key] : undefined) ?? KEYS[key] ?? null;
}

/** The view after a command; `null` for what is seen at first. `at`: the place that stays where it is. */
export function viewAfter(
  command: ViewCommand,
  { view, whole }: { readonly view: ChartView; readonly whole: ChartView },
  at: PlaceInView,
): ChartView | null {
  if (command === "reset") return null;
  if (command === "in") return zoomedBy(view, whole, ZOOM_STEP, at);
  if (command === "out") return zoomedBy(view, whole, 1 / ZOOM_STEP, at);
  return zoomedBy(pannedBy(view, whole, command), whole, 1, CENTRE);
}
