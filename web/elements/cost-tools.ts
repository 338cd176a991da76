import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Language } from "../format.ts";
import { textsIn } from "../messages/messages.ts";
import type { Simulation } from "../state/simulation.ts";
import { costToolsStyles } from "./cost-tools.styles.ts";
import { sharedStyles } from "./shared.styles.ts";

/** What can be done with the answer; each is loaded when it is opened. */
export class CostTools extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    scenarios: { type: Boolean },
    opened: { state: true },
  };
  static override styles = [sharedStyles, costToolsStyles];

  declare simulation: Simulation | null;
  declare language: Language;
  /** Whether scenarios are kept in the browser: on a page of its own, not on one of others. */
  declare scenarios: boolean;
  /** The tools that were opened. */
  declare private opened: ReadonlySet<string>;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.scenarios = false;
    this.opened = new Set();
  }

  override render(): TemplateResult {
    const { simulation, language } = this;
    const { page } = textsIn(language);
    return html`${this.renderTool(
      page.share,
      () => import("../cost-share.ts"),
      html`<cost-share .simulation=${simulation} .language=${language}></cost-share>`,
    )}
    ${
      this.scenarios
        ? this.renderTool(
            page.scenarios,
            () => import("../cost-scenarios.ts"),
            html`<cost-scenarios .simulation=${simulation} .language=${language}></cost-scenarios>`,
          )
        : nothing
    }`;
  }

  private renderTool(
    title: string,
    load: () => Promise<unknown>,
    tool: TemplateResult,
  ): TemplateResult {
    const open = async ({ newState }: ToggleEvent): Promise<void> => {
      if (newState !== "open" || this.opened.has(title)) return;
      // An element that is defined before it is made knows its language when it loads its texts.
      await load();
      this.opened = new Set([...this.opened, title]);
    };
    return html`<details name="tools" @toggle=${open}>
      <summary class="button">${title}</summary>
      ${this.opened.has(title) ? tool : nothing}
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-tools": CostTools;
  }
}
