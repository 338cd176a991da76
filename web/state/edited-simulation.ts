import type { RateCard } from "../../shared/catalog/card.ts";
import type { PlacesFile } from "../../shared/catalog/catalog-index.ts";
import type { CatalogReader } from "../../shared/catalog/lazy-catalog.ts";
import type { ProviderId } from "../../shared/catalog/providers.ts";
import { HeldBack } from "../held-back/held-back.ts";
import type { ReadStarterCards } from "./card-shelf.ts";
import { DEFAULT_INPUTS } from "./default-inputs.ts";
import type { History } from "./history.ts";
import type { SimulationInputs } from "./inputs.ts";
import { ask } from "./asked.ts";
import { Simulation, type Answer } from "./simulation.ts";

/** A simulation whose inputs a visitor types: what is changed can be undone, and what is typed can be invalid. */
export class EditedSimulation extends Simulation {
  /** Names of form fields whose text is not valid: the answer is that of the last valid inputs. */
  readonly invalidFields = new Set<string>();
  /** How often inputs were put back: what was typed before is not to be seen any more. */
  restored = 0;
  readonly #history: History;

  /** `history`: where changes are noted that can be undone. */
  constructor(
    reader: CatalogReader<PlacesFile>,
    readStarters: ReadStarterCards | null,
    history: History,
  ) {
    super(reader, readStarters);
    this.#history = history;
  }

  override update(patch: Partial<SimulationInputs>): void {
    // Noted first: who is told of the change finds that it can be undone.
    this.#history.note(this.inputs, { ...this.inputs, ...patch });
    super.update(patch);
  }

  /** Takes other inputs at once, whatever is typed at the moment. */
  restore(inputs: SimulationInputs): void {
    const before = this.inputs;
    this.restored += 1;
    this.begin(inputs);
    this.#history.note(before, this.inputs, true);
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** Takes the last change back. */
  undo(): void {
    const before = this.#history.undo(this.inputs);
    if (before === null) return;
    this.restored += 1;
    this.begin(before);
  }

  /** Makes the change again that was taken back last. */
  redo(): void {
    const after = this.#history.redo(this.inputs);
    if (after === null) return;
    this.restored += 1;
    this.begin(after);
  }

  /** Notes whether a form field's text can be used. */
  markField(name: string, isValid: boolean): void {
    if (this.invalidFields.has(name) !== isValid) return;
    if (isValid) this.invalidFields.delete(name);
    else this.invalidFields.add(name);
    this.changed();
  }

  /** A provider's whole card at the current place, once loaded; asks for it if it is not. */
  cardOf(provider: ProviderId): RateCard | null {
    if (this.cards.index === null) return null;
    const key = { provider, region: this.cards.resolveRegion(provider, this.inputs.region) };
    const card = this.cards.wholeCard(key);
    if (card !== null) return card;
    this.cards.loadWhole([key]).then(
      () => this.changed(),
      () => undefined,
    );
    return null;
  }

  /** The answer to other inputs, from the same cards; the simulation itself stays as it is. */
  async answerFor(asked: SimulationInputs): Promise<Answer> {
    const index = await this.cards.open();
    const isKnown = index.placeOf(asked.region) !== undefined;
    const inputs = isKnown ? asked : { ...asked, region: DEFAULT_INPUTS.region };
    try {
      await this.loadFor(inputs, false);
      return this.answerTo(inputs, ask(inputs));
    } catch (error) {
      if (!(error instanceof HeldBack)) throw error;
    }
    await this.loadFor(inputs, true);
    return this.answerTo(inputs, ask(inputs));
  }
}
