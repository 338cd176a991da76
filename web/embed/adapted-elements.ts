import { adaptElements } from "../elements/define.ts";
import { isolated, standalone, type ViewClass } from "./standalone.ts";

/** Elements that show a simulation: on a page of others their own, or one that they are linked to. */
const VIEWS: ReadonlySet<string> = new Set([
  "cost-chart",
  "decision-map",
  "break-even-table",
  "cost-breakdown",
]);

/** Gives the elements that are registered from now on what they need on a page of others. */
export function adaptToOtherPages(): void {
  adaptElements((tag, element) => {
    if (tag === "cost-simulator") return isolated(element as ViewClass);
    return VIEWS.has(tag) ? standalone(element as ViewClass) : element;
  });
}
