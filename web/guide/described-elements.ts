/** What a page sets on an element, as HTML has it. */
export interface DescribedAttribute {
  readonly name: string;
  /** The property that goes with it. */
  readonly property: string;
  /** Its type, as TypeScript writes it. */
  readonly type: string;
}

const LANG = { name: "lang", property: "lang", type: '"en" | "ja"' } as const;
const CURRENCY = { name: "currency", property: "currency", type: '"USD" | "JPY"' } as const;
const REGION = { name: "region", property: "region", type: "string" } as const;
const MEMORY = { name: "memory-mb", property: "memoryMb", type: "number" } as const;
const TIME = {
  name: "execution-time-ms",
  property: "executionTimeMs",
  type: "number",
} as const;
const EXECUTIONS = {
  name: "monthly-executions",
  property: "monthlyExecutions",
  type: "number",
} as const;
const STATE = { name: "state", property: "state", type: "string" } as const;
const THEME = { name: "theme", property: "theme", type: '"light" | "dark"' } as const;
const SCENARIOS = { name: "scenarios", property: "scenarios", type: "boolean" } as const;
const FOR = { name: "for", property: "for", type: "string" } as const;

const WORKLOAD = [LANG, CURRENCY, REGION, MEMORY, TIME, EXECUTIONS, STATE, THEME] as const;

/**
 * The elements for pages of others: what each has of attributes, events, slots and parts. The page
 * about them and `custom-elements.json` are made from this, and the tests hold it to the elements.
 */
export const DESCRIBED_ELEMENTS = {
  "cost-simulator": {
    className: "CostSimulator",
    attributes: [...WORKLOAD, SCENARIOS],
    events: ["cost-change", "language-change"],
    slots: ["heading", "footer"],
    parts: [
      "header",
      "answer",
      "inputs",
      "results",
      "plot",
      "map",
      "table",
      "bar",
      "bill",
      "projection",
    ],
  },
  "cost-chart": {
    className: "CostChart",
    attributes: [...WORKLOAD, FOR],
    events: ["cost-change"],
    slots: ["heading"],
    parts: ["plot"],
  },
  "decision-map": {
    className: "DecisionMap",
    attributes: [...WORKLOAD, FOR],
    events: ["cost-change"],
    slots: ["heading"],
    parts: ["map"],
  },
  "break-even-table": {
    className: "BreakEvenTable",
    attributes: [...WORKLOAD, FOR],
    events: ["cost-change"],
    slots: ["heading"],
    parts: ["table"],
  },
  "cost-breakdown": {
    className: "CostBreakdown",
    attributes: [...WORKLOAD, FOR],
    events: ["cost-change"],
    slots: ["heading"],
    parts: ["bill"],
  },
} as const satisfies Record<string, DescribedElement>;

export interface DescribedElement {
  readonly className: string;
  readonly attributes: readonly DescribedAttribute[];
  readonly events: readonly string[];
  readonly slots: readonly string[];
  readonly parts: readonly string[];
}

type Described = typeof DESCRIBED_ELEMENTS;
export type ElementName = keyof Described;
export type AttributeName = Described[ElementName]["attributes"][number]["name"];
export type EventName = Described[ElementName]["events"][number];
export type SlotName = Described[ElementName]["slots"][number];
export type PartName = Described[ElementName]["parts"][number];

/** Custom properties by which a page gives the elements its own looks. */
export const CUSTOM_PROPERTIES = [
  "--cost-text",
  "--cost-muted",
  "--cost-surface",
  "--cost-canvas",
  "--cost-sunken",
  "--cost-line",
  "--cost-border",
  "--cost-accent",
  "--cost-accent-soft",
  "--cost-danger",
  "--cost-warning",
  "--cost-warning-soft",
  "--cost-guide",
  "--cost-series-1",
  "--cost-series-2",
  "--cost-series-3",
  "--cost-series-4",
  "--cost-series-5",
  "--cost-series-6",
  "--cost-series-7",
  "--cost-series-8",
  "--cost-font",
] as const;
export type CustomPropertyName = (typeof CUSTOM_PROPERTIES)[number];

/** The eight colours of offers have one description. */
export type CustomPropertyText =
  | Exclude<CustomPropertyName, `--cost-series-${number}`>
  | "--cost-series-1";

/** Under which name a custom property is described. */
export function describedAs(name: CustomPropertyName): CustomPropertyText {
  return name.startsWith("--cost-series-") ? "--cost-series-1" : (name as CustomPropertyText);
}
