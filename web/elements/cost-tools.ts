import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Language } from "../format.ts";
import { textsIn } from "../messages/messages.ts";
import type { Simulation } from "../state/simulation.ts";
import { costToolsStyles } from "./cost-tools.styles.ts";
import { sharedStyles } from "./shared.styles.ts";

const TOOLS = {
  share: () => import("../cost-share.ts"),
  scenarios: () => import("../cost-scenarios.ts"),
};

type Tool = keyof typeof TOOLS;

/** What can be done with the answer; each is loaded when it is opened. */
export class CostTools extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    scenarios: { type: Boolean },
    open: { state: true },
    loaded: { state: true },
  };
  static override styles = [sharedStyles, costToolsStyles];

  declare simulation: Simulation | null;
  declare language: Language;
  /** Whether scenarios are kept in the browser: on a page of its own, not on one of others. */
  declare scenarios: boolean;
  declare private open: Tool | null;
  /** Tools whose script is there. */
  declare private loaded: ReadonlySet<Tool>;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.scenarios = false;
    this.open = null;
    this.loaded = new Set();
  }

  override render(): TemplateResult {
    const { simulation, language, open, loaded } = this;
    const { page } = textsIn(language);
    const shown = open !== null && loaded.has(open) ? open : null;
    return html`<div class="buttons">
        ${this.renderButton("share", page.share)}
        ${this.scenarios ? this.renderButton("scenarios", page.scenarios) : nothing}
      </div>
      ${
        shown === "share"
          ? html`<cost-share .simulation=${simulation} .language=${language}></cost-share>`
          : nothing
      }
      ${
        shown === "scenarios" && this.scenarios
          ? html`<cost-scenarios .simulation=${simulation} .language=${language}></cost-scenarios>`
          : nothing
      }`;
  }

  private renderButton(tool: Tool, title: string): TemplateResult {
    return html`<button
      type="button"
      class="button"
      aria-expanded=${this.open === tool ? "true" : "false"}
      @click=${() => this.toggle(tool)}
    >
      ${title}
    </button>`;
  }

  private async toggle(tool: Tool): Promise<void> {
    this.open = this.open === tool ? null : tool;
    // An element that is defined before it is made knows its language when it loads its texts.
    await TOOLS[tool]();
    this.loaded = new Set([...this.loaded, tool]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-tools": CostTools;
  }
}
