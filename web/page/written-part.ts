import { CONTROLS, USED } from "./written-controls.ts";

/** What the build has written of an element: it is shown until the element itself can show the same. */
export class WrittenPart {
  private root: ShadowRoot;
  private readonly nodes: readonly ChildNode[];
  private readonly controls: readonly HTMLElement[];

  constructor(root: ShadowRoot) {
    this.root = root;
    this.nodes = [...root.childNodes];
    this.controls = controlsIn(root);
    // What an element renders stands before what is there, and goes on needing something behind it.
    root.prepend(document.createComment(""));
  }

  /** Shows it in an element of the same kind that has no meaning yet. */
  moveTo(element: Element): void {
    const { focused } = this;
    const root = element.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = this.root.adoptedStyleSheets;
    root.append(...this.root.childNodes);
    this.root = root;
    focus(this.controls[focused]);
  }

  /** Takes it away when the element has rendered. Focus goes on, and what was pressed is done. */
  giveWay(): void {
    const { focused } = this;
    const used = this.controls.findIndex((control) => control.hasAttribute(USED));
    for (const node of this.nodes) node.remove();
    // What comes with the script comes after the rest.
    const controls = controlsIn(this.root);
    focus(controls[focused]);
    controls[used]?.click();
  }

  private get focused(): number {
    return this.controls.findIndex((control) => control.matches(":focus"));
  }
}

function controlsIn(root: ShadowRoot): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(CONTROLS)];
}

function focus(control: HTMLElement | undefined): void {
  control?.focus({ preventScroll: true });
}
