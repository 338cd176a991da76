import { LitElement, nothing, type TemplateResult } from "lit";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { formTextsIn, loadFormTexts, type FormMessages } from "../messages/form-texts.ts";
import type { NumberInput } from "../state/inputs.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { formGroupStyles } from "./form-group.styles.ts";
import { numberInput, type NumberLook } from "./form-parts.ts";
import { sharedStyles } from "./shared.styles.ts";

/**
 * The inside of a group of the form. Its script, which registers it, and its texts are loaded when
 * the group is opened.
 */
export abstract class FormGroup extends LitElement {
  static override properties = { simulation: { attribute: false }, language: {} };
  static override styles = [sharedStyles, formGroupStyles];

  declare simulation: EditedSimulation | null;
  declare language: Language;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    watchSimulation(this);
  }

  protected override async scheduleUpdate(): Promise<void> {
    await loadFormTexts(this.language);
    await super.scheduleUpdate();
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation } = this;
    if (simulation === null) return nothing;
    return this.renderInputs(simulation, formTextsIn(this.language));
  }

  protected abstract renderInputs(simulation: EditedSimulation, form: FormMessages): TemplateResult;

  protected number(key: NumberInput, look: NumberLook): TemplateResult | typeof nothing {
    return numberInput(key, look, this);
  }

  protected format(): Formatter {
    return formatterFor(this.language, this.simulation?.inputs.currency ?? "USD");
  }
}
