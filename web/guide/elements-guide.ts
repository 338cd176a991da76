import type { TemplateResult } from "lit";
import { html, unsafeStatic } from "lit/static-html.js";
import { segments } from "../elements/segments.ts";
import type { Language } from "../format.ts";
import { textsIn } from "../messages/messages.ts";
import { SidePage } from "../page/side-page.ts";
import { SITE } from "../state/site.ts";
import {
  CUSTOM_PROPERTIES,
  DESCRIBED_ELEMENTS,
  describedAs,
  type AttributeName,
  type CustomPropertyName,
  type ElementName,
  type EventName,
  type PartName,
  type SlotName,
} from "./described-elements.ts";
import { elementsGuideStyles } from "./elements-guide.styles.ts";
import {
  elementSnippet,
  frameSnippet,
  pinnedSnippet,
  policySnippet,
  SNIPPET_KINDS,
  SNIPPET_NAMES,
  togetherSnippet,
  type Edition,
  type SnippetKind,
} from "./snippets.ts";
import { guideTexts, type GuideTexts } from "./texts.ts";

const NAMES = Object.keys(DESCRIBED_ELEMENTS) as ElementName[];

/** Every element for pages of others: live, described, and as code to copy. */
export class ElementsGuide extends SidePage<GuideTexts> {
  static override properties = {
    kind: { state: true },
    shown: { state: true },
    edition: { state: true },
  };
  static override styles = [...super.styles, elementsGuideStyles];

  protected override readonly shelf = guideTexts;
  /** How the code is written that is shown. */
  declare private kind: SnippetKind;
  /** Elements that were opened live. */
  declare private shown: ReadonlySet<ElementName>;
  declare private edition: Edition | null;

  constructor() {
    super();
    this.kind = "html";
    this.shown = new Set();
    this.edition = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.readEdition();
  }

  override render(): TemplateResult {
    const { language, texts } = this;
    const { page } = textsIn(language);
    return html`
      ${this.renderHead()} ${NAMES.map((name) => this.renderElement(name, texts, language))}
      ${this.renderLooks(texts)}
      ${this.renderCode(texts.together, texts.togetherNote, togetherSnippet(SITE, language), texts)}
      ${this.renderCode(
        texts.frame,
        texts.frameNote,
        frameSnippet(SITE, language, page.title),
        texts,
      )}
      ${this.renderCode(texts.policy, texts.policyNote, policySnippet(SITE), texts)}
      ${
        this.edition === null
          ? ""
          : this.renderCode(
              texts.pinned,
              texts.pinnedNote,
              pinnedSnippet(SITE, this.edition, "cost-simulator", language),
              texts,
            )
      }
    `;
  }

  private renderElement(name: ElementName, texts: GuideTexts, language: Language): TemplateResult {
    const { attributes, events, slots, parts } = DESCRIBED_ELEMENTS[name];
    const { kind } = this;
    return html`<section id=${name}>
      <h2><code>&lt;${name}&gt;</code></h2>
      <p class="lead">${texts.elements[name]}</p>
      <details @toggle=${(event: ToggleEvent) => this.toggled(name, event)}>
        <summary>${texts.live}</summary>
        ${this.shown.has(name) ? liveElement(name, language) : ""}
      </details>
      <h3>${texts.snippets}</h3>
      ${segments<SnippetKind>(
        `kind-${name}`,
        `${texts.snippets}: ${name}`,
        SNIPPET_KINDS.map((value) => ({
          value,
          label: value === "html" ? texts.plainHtml : SNIPPET_NAMES[value],
        })),
        kind,
        (chosen) => (this.kind = chosen),
      )}
      <code-snippet
        .code=${elementSnippet(SITE, kind, name, language)}
        .label=${`${name}, ${kind === "html" ? texts.plainHtml : SNIPPET_NAMES[kind]}`}
        .texts=${texts}
      ></code-snippet>
      <h3>${texts.attributes}</h3>
      <p class="muted small">${texts.attributesNote}</p>
      ${table(
        `${name}: ${texts.attributes}`,
        [texts.attribute, texts.property, texts.type, texts.description],
        attributes.map(({ name: attribute, property, type }) => [
          code(attribute),
          code(property),
          code(type),
          texts.attributeTexts[attribute satisfies AttributeName],
        ]),
      )}
      ${described(
        name,
        texts.events,
        texts.event,
        texts.description,
        events,
        (event) => texts.eventTexts[event satisfies EventName],
      )}
      ${described(
        name,
        texts.slots,
        texts.slot,
        texts.description,
        slots,
        (slot) => texts.slotTexts[slot satisfies SlotName],
      )}
      ${described(
        name,
        texts.parts,
        texts.part,
        texts.description,
        parts,
        (part) => texts.partTexts[part satisfies PartName],
      )}
    </section>`;
  }

  private renderLooks(texts: GuideTexts): TemplateResult {
    return html`<section>
      <h2>${texts.looks}</h2>
      <p class="lead">${texts.looksNote}</p>
      ${table(
        texts.looks,
        [texts.property, texts.description, ""],
        CUSTOM_PROPERTIES.map((name) => [
          code(name),
          texts.propertyTexts[describedAs(name)],
          colourSample(name),
        ]),
      )}
    </section>`;
  }

  private renderCode(
    title: string,
    note: string,
    snippet: string,
    texts: GuideTexts,
  ): TemplateResult {
    return html`<section>
      <h2>${title}</h2>
      <p class="lead">${note}</p>
      <code-snippet .code=${snippet} .label=${title} .texts=${texts}></code-snippet>
    </section>`;
  }

  private toggled(name: ElementName, { newState }: ToggleEvent): void {
    if (newState !== "open") return;
    // As other pages have it.
    void import(/* @vite-ignore */ new URL(`embed/${name}.js`, SITE).href);
    this.shown = new Set([...this.shown, name]);
  }

  /** Without it there is only no code for a pinned edition. */
  private async readEdition(): Promise<void> {
    const response = await fetch(new URL("embed/integrity.json", SITE));
    if (response.ok) this.edition = (await response.json()) as Edition;
  }
}

/** The element itself, with a workload of its own. */
function liveElement(name: ElementName, language: Language): TemplateResult {
  const tag = unsafeStatic(name);
  return html`<${tag}
    class="live"
    lang=${language}
    memory-mb="1024"
    execution-time-ms="200"
  ></${tag}>`;
}

/** A table of names and what they are for; nothing where there are none. */
function described<Name extends string>(
  element: ElementName,
  title: string,
  column: string,
  description: string,
  names: readonly Name[],
  textOf: (name: Name) => string,
): TemplateResult {
  return html`<h3>${title}</h3>
    ${table(
      `${element}: ${title}`,
      [column, description],
      names.map((name) => [code(name), textOf(name)]),
    )}`;
}

function table(
  label: string,
  columns: readonly string[],
  rows: readonly (readonly (TemplateResult | string)[])[],
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>
    <table>
      <thead>
        <tr>
          ${columns.map((column) => (column === "" ? html`<td></td>` : html`<th scope="col">${column}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([head = "", ...cells]) =>
            html`<tr>
              <th scope="row">${head}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function code(text: string): TemplateResult {
  return html`<code>${text}</code>`;
}

/** The colour that the property has here. */
function colourSample(name: CustomPropertyName): TemplateResult | string {
  if (name === "--cost-font") return "";
  return html`<svg
    class="colour ${name.replace("--cost-", "is-")}"
    viewBox="0 0 2 1"
    aria-hidden="true"
  >
    <rect width="2" height="1" rx="0.2" />
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "elements-guide": ElementsGuide;
  }
}
