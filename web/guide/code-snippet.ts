import { css, html, LitElement, type TemplateResult } from "lit";
import { sharedStyles } from "../elements/shared.styles.ts";
import { copyText } from "../export/copy-text.ts";
import type { GuideTexts } from "./texts.ts";

/** Code with a button that copies it. */
export class CodeSnippet extends LitElement {
  static override properties = {
    code: {},
    label: {},
    texts: { attribute: false },
    outcome: { state: true },
  };
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        position: relative;
      }

      pre {
        margin: 0;
        padding: 0.875rem 1rem;
        padding-block-end: 3.25rem;
        overflow-x: auto;
        border: 1px solid var(--cost-line);
        border-radius: 10px;
        background: var(--cost-sunken);
        font:
          0.8125rem/1.6 ui-monospace,
          SFMono-Regular,
          Menlo,
          Consolas,
          monospace;
        direction: ltr;
        text-align: left;
        tab-size: 2;
      }

      div {
        display: flex;
        align-items: center;
        justify-content: end;
        gap: 0.75rem;
        position: absolute;
        inset-inline: 0.5rem;
        inset-block-end: 0.5rem;
        pointer-events: none;
      }

      button {
        pointer-events: auto;
      }
    `,
  ];

  declare code: string;
  /** What the code is for, for those who do not see where it stands. */
  declare label: string;
  declare texts: GuideTexts;
  declare private outcome: "copied" | "notCopied" | null;

  constructor() {
    super();
    this.code = "";
    this.label = "";
    this.outcome = null;
  }

  override render(): TemplateResult {
    const { texts, outcome } = this;
    return html`
      <pre tabindex="0" role="region" aria-label=${this.label}><code>${this.code}</code></pre>
      <div>
        <span class="muted small" role="status">${outcome === null ? "" : texts[outcome]}</span>
        <button
          class="button small"
          type="button"
          aria-label="${texts.copy}: ${this.label}"
          @click=${this.copy}
        >
          ${texts.copy}
        </button>
      </div>
    `;
  }

  private readonly copy = async (): Promise<void> => {
    this.outcome = (await copyText(this.code)) ? "copied" : "notCopied";
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "code-snippet": CodeSnippet;
  }
}
