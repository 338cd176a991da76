import { adaptElements } from "../elements/define.ts";
import type { CSSResultGroup } from "lit";
import { isolationStyles } from "./isolation.styles.ts";
import { standalone, type ViewClass } from "./standalone.ts";

/**
 * Elements that show a simulation: on a page of others their own, or one that they are linked to. The tables
 * are not among them: a simulator has them of their own scripts, where they are so already.
 */
const VIEWS: ReadonlySet<string> = new Set(["cost-chart", "decision-map"]);

/** Gives the elements that are registered from now on what they need on a page of others. */
export function adaptToOtherPages(): void {
  adaptElements((tag, element) => {
    if (tag === "cost-simulator") return isolated(element as ViewClass);
    return VIEWS.has(tag) ? standalone(element as ViewClass) : element;
  });
}

/** The same element, kept apart from the style sheet of a page of others. */
function isolated(Base: ViewClass): CustomElementConstructor {
  return class extends Base {
    static override styles: CSSResultGroup = [Base.styles ?? [], isolationStyles];
  };
}
