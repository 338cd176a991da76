import type { CSSResultGroup, LitElement, PropertyDeclarations } from "lit";
import { ownSimulation } from "../elements/simulation-owner.ts";
import { themeStyles } from "../elements/theme.styles.ts";
import { WORKLOAD_PROPERTIES, type WorkloadAttributes } from "../elements/workload-attributes.ts";
import { languageOf } from "../messages/language-of.ts";
import type { Language } from "../format.ts";
import { Simulation } from "../state/simulation.ts";
import { sitePrices } from "../state/site-prices.ts";
import type { Currency } from "../../shared/units.ts";
import { isolationStyles } from "./isolation.styles.ts";
import { simulatorOf, type Simulator } from "./simulator-of.ts";

/** An element that shows a simulation, and has none unless it is given one. */
export interface View extends LitElement {
  simulation: Simulation | null;
  language: Language;
}

export type ViewClass = (new () => View) & { readonly styles?: CSSResultGroup };

const SHOWN_WHEN_SET = { reflect: true, useDefault: true };

/**
 * The same element for pages of others: inside a `<cost-simulator>` it shows what it is given,
 * with `for` what the simulator of that id shows, and alone the workload of its own attributes.
 */
export function standalone(ViewElement: ViewClass): CustomElementConstructor {
  return class extends ViewElement implements WorkloadAttributes {
    static properties: PropertyDeclarations = {
      ...WORKLOAD_PROPERTIES,
      for: SHOWN_WHEN_SET,
      lang: SHOWN_WHEN_SET,
      state: {},
      theme: SHOWN_WHEN_SET,
    };
    static override styles: CSSResultGroup = [ViewElement.styles ?? [], isolationStyles];

    declare currency: Currency;
    declare region: string;
    declare memoryMb: number;
    declare executionTimeMs: number;
    declare monthlyExecutions: number;
    declare for: string;
    declare state: string;
    declare theme: string;
    #isPart = true;
    #own: Simulation | null = null;
    #simulator: Simulator | null = null;

    constructor() {
      super();
      this.for = "";
      this.lang = "";
      this.state = "";
      this.theme = "";
    }

    override connectedCallback(): void {
      super.connectedCallback();
      document.addEventListener("cost-change", this.#simulatorChanged);
      document.addEventListener("language-change", this.#simulatorChanged);
    }

    override disconnectedCallback(): void {
      super.disconnectedCallback();
      document.removeEventListener("cost-change", this.#simulatorChanged);
      document.removeEventListener("language-change", this.#simulatorChanged);
    }

    protected override scheduleUpdate(): void | Promise<unknown> {
      if (this.#isPart && !isInSimulator(this)) this.#standAlone();
      if (!this.#isPart) this.#findSimulation();
      return super.scheduleUpdate();
    }

    #standAlone(): void {
      this.#isPart = false;
      const theme = themeStyles.styleSheet;
      if (theme) this.shadowRoot?.adoptedStyleSheets.unshift(theme);
    }

    #findSimulation(): void {
      this.#simulator = this.for === "" ? null : simulatorOf(this, this.for);
      this.language = languageOf(
        this.lang ||
          this.#simulator?.lang ||
          this.parentElement?.closest<HTMLElement>("[lang]")?.lang ||
          navigator.language,
      );
      this.simulation =
        this.for === "" ? this.#simulationOfItsOwn() : (this.#simulator?.simulation ?? null);
    }

    #simulationOfItsOwn(): Simulation {
      if (this.#own === null) {
        this.#own = new Simulation(...sitePrices());
        ownSimulation(this, this.#own);
      }
      return this.#own;
    }

    /** The simulator that this element is for may come later than the element. */
    readonly #simulatorChanged = ({ target }: Event): void => {
      if (this.for !== "" && target instanceof Element && target.id === this.for) {
        this.requestUpdate();
      }
    };
  };
}

/**
 * Whether an element is a part of a simulator, which gives it its simulation: when its script comes
 * after it, what it was given is not there before its first update.
 */
function isInSimulator(element: Element): boolean {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  return host?.localName === "cost-simulator";
}
