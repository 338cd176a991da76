import { html, LitElement, nothing, type TemplateResult } from "lit";
import { COMPARISON_CSV_NAME } from "../../shared/comparison-csv.ts";
import { curlCommand } from "../export/api-call.ts";
import { BILLS_CSV_NAME, billsCsv } from "../export/bills-csv.ts";
import { comparisonJson } from "../export/comparison-json.ts";
import { copyText } from "../export/copy-text.ts";
import { csvOf } from "../export/csv.ts";
import { embedSnippet } from "../export/embed-snippet.ts";
import { markdownOf } from "../export/markdown.ts";
import { requestBody } from "../export/request-body.ts";
import { saveFile } from "../export/save-file.ts";
import { formatterFor, type Language } from "../format.ts";
import { useWholeEngine } from "../held-back/whole-at-once.ts";
import { breakEvenTexts } from "../messages/break-even-texts.ts";
import { loadTexts, textsIn } from "../messages/messages.ts";
import { shareTexts } from "../messages/share-texts.ts";
import { toFragment } from "../state/link/link.ts";
import { SITE } from "../state/site.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { today } from "../today.ts";
import { costShareStyles } from "./cost-share.styles.ts";
import { sharedStyles } from "./shared.styles.ts";

// What the API would answer is to offers without the page's ids.
useWholeEngine();

const JSON_NAME = "cost_comparison.json";

/** Files in the words of the API are in English, whatever the page speaks. */
const API_LANGUAGE = "en";

/** Texts that are shown, to be copied. */
type Shown = "link" | "markdown" | "apiCall" | "embed";

/** Takes the answer with you: as a link, a file, a table, a call of the API or an element. */
export class CostShare extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    copied: { state: true },
    told: { state: true },
  };
  static override styles = [sharedStyles, costShareStyles];

  declare simulation: Simulation | null;
  declare language: Language;
  /** The text that was copied last. */
  declare private copied: string | null;
  /** What is said of the last copy or file. */
  declare private told: string;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.copied = null;
    this.told = "";
    watchSimulation(this, { waits: true });
  }

  /** Nothing is shown before its words are there. */
  protected override async scheduleUpdate(): Promise<void> {
    await Promise.all([
      loadTexts(this.language),
      loadTexts(API_LANGUAGE),
      shareTexts.load(this.language),
      breakEvenTexts.load(this.language),
    ]);
    await super.scheduleUpdate();
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation, language } = this;
    const answer = simulation?.answer ?? null;
    if (simulation === null || answer === null) return nothing;
    const texts = shareTexts.in(language);
    const shown = this.shownTexts(answer);
    return html`
      <p class="told ${this.told === "" ? "hidden-text" : ""}" role="status">${this.told}</p>
      ${this.renderText("link", shown.link)}
      <ul class="files">
        ${this.renderFile(texts.billsCsv, texts.billsCsvNote, BILLS_CSV_NAME, "text/csv", (now) =>
          billsCsv(now, textsIn(API_LANGUAGE).domain),
        )}
        ${this.renderFile(
          texts.lambdaCsv,
          texts.lambdaCsvNote,
          COMPARISON_CSV_NAME,
          "text/csv",
          csvOf,
        )}
        ${this.renderFile(texts.json, texts.jsonNote, JSON_NAME, "application/json", (now) =>
          comparisonJson(now, simulation.cards, today(), textsIn(API_LANGUAGE).domain),
        )}
      </ul>
      ${this.renderText("markdown", shown.markdown)}
      ${answer.question.offers.length === 0 ? nothing : this.renderText("apiCall", shown.apiCall)}
      ${this.renderText("embed", shown.embed)}
    `;
  }

  /** The texts to be copied of an answer. */
  private shownTexts(answer: Answer): Readonly<Record<Shown, string>> {
    const { inputs, question, requestsViewed } = answer;
    const link = new URL(toFragment(inputs), SITE).href;
    return {
      link,
      markdown: this.markdown(answer, link),
      apiCall: curlCommand(SITE, requestBody(inputs, requestsViewed, question.offers)),
      embed: embedSnippet(SITE, inputs, this.language),
    };
  }

  /** The answer as it is now, which can be a later one than what is shown. */
  private answerNow(): Answer {
    const answer = this.simulation?.answer ?? null;
    if (answer === null) throw new Error("there is no answer to take");
    return answer;
  }

  private markdown(answer: Answer, url: string): string {
    const format = formatterFor(this.language, answer.inputs.currency);
    const words = {
      ...shareTexts.in(this.language),
      breakEven: breakEvenTexts.in(this.language),
    };
    return markdownOf(answer, textsIn(this.language), format, words, url);
  }

  private renderText(what: Shown, text: string): TemplateResult {
    const texts = shareTexts.in(this.language);
    const title = texts[what];
    return html`<div>
      <div class="head">
        <div>
          <h3 id=${what}>${title}</h3>
          <p class="muted small">${texts[`${what}Note`]}</p>
        </div>
        <button
          class="button"
          type="button"
          aria-describedby=${what}
          @click=${() => void this.copy(title, what)}
        >
          ${this.copied === text ? texts.copied : texts.copy}
        </button>
      </div>
      <pre tabindex="0" role="region" aria-labelledby=${what}><code>${text}</code></pre>
    </div>`;
  }

  private renderFile(
    title: string,
    note: string,
    name: string,
    type: string,
    textOf: (answer: Answer) => string,
  ): TemplateResult {
    const texts = shareTexts.in(this.language);
    return html`<li class="head">
      <div>
        <h3>${title}</h3>
        <p class="muted small">${note}</p>
      </div>
      <button
        class="button"
        type="button"
        aria-label="${texts.download}: ${title}"
        @click=${() => {
          saveFile(name, type, textOf(this.answerNow()));
          this.told = texts.saved(name);
        }}
      >
        ${texts.download}
      </button>
    </li>`;
  }

  private async copy(title: string, what: Shown): Promise<void> {
    const texts = shareTexts.in(this.language);
    const text = this.shownTexts(this.answerNow())[what];
    const isCopied = await copyText(text);
    this.copied = isCopied ? text : null;
    this.told = isCopied ? texts.copiedWhat(title) : texts.copyFailed;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-share": CostShare;
  }
}
