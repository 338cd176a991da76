import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { LanguageChangeEvent } from "../elements/events.ts";
import { languageChoice } from "../elements/language-choice.ts";
import { sharedStyles } from "../elements/shared.styles.ts";
import { themeStyles } from "../elements/theme.styles.ts";
import type { Language } from "../format.ts";
import { languageOf } from "../messages/language-of.ts";
import { loadTexts } from "../messages/messages.ts";
import type { TextShelf } from "../messages/text-shelf.ts";
import { sidePageStyles } from "./side-page.styles.ts";

/** What every page beside the simulator says at its head. */
export interface SidePageTexts {
  readonly title: string;
  readonly lead: string;
  /** The link to the simulator. */
  readonly back: string;
}

/** A page beside the simulator: its head, and its texts in the language that is chosen there. */
export abstract class SidePage<Texts extends SidePageTexts> extends LitElement {
  static override properties: PropertyDeclarations = { lang: { reflect: true } };
  static override styles = [themeStyles, sharedStyles, sidePageStyles];

  declare lang: string;
  protected abstract readonly shelf: TextShelf<Texts>;

  constructor() {
    super();
    this.lang = languageOf(navigator.language);
  }

  /** Nothing is shown before its words are there. */
  protected override async scheduleUpdate(): Promise<void> {
    const { language } = this;
    await Promise.all([loadTexts(language), this.shelf.load(language)]);
    document.title = this.texts.title;
    await super.scheduleUpdate();
  }

  protected get language(): Language {
    return languageOf(this.lang);
  }

  protected get texts(): Texts {
    return this.shelf.in(this.language);
  }

  protected renderHead(): TemplateResult {
    const { title, lead, back } = this.texts;
    return html`<header>
      <div class="heading">
        <h1>${title}</h1>
        <p class="lead">${lead}</p>
        <p><a href="./">${back}</a></p>
      </div>
      ${languageChoice(this.language, (chosen) => this.speak(chosen))}
    </header>`;
  }

  private speak(language: Language): void {
    this.lang = language;
    this.dispatchEvent(new LanguageChangeEvent(language));
  }
}
