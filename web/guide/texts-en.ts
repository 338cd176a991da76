import type {
  AttributeName,
  CustomPropertyText,
  ElementName,
  EventName,
  PartName,
  SlotName,
} from "./described-elements.ts";

/** The texts of the page about the elements, and of `custom-elements.json`, in English. */
export const texts = {
  title: "Elements for your own page",
  lead: "Two lines show the simulator, or one of its parts, on any page. Everything is computed in the visitor's browser; prices come from where the script comes from, and nothing is sent anywhere.",
  back: "To the simulator",
  live: "Live",
  snippets: "Code",
  plainHtml: "HTML",
  copy: "Copy",
  copied: "Copied",
  notCopied: "The browser does not allow it. Select the text and copy it.",
  attribute: "Attribute",
  property: "Property",
  type: "Type",
  description: "Description",
  event: "Event",
  slot: "Slot",
  part: "Part",
  lightAndDark: "Light, dark",
  attributes: "Attributes and properties",
  attributesNote:
    "Each attribute is also a property, and shows what the visitor has set. A value that a field cannot have is passed over.",
  events: "Events",
  slots: "Slots",
  parts: "Parts for ::part()",

  elements: {
    "cost-simulator":
      "The whole simulator: the answer in a sentence, the ranking, the form, the chart, break-even points and bills.",
    "cost-chart": "Every offer's exact cost by load, with a crosshair that reads all of them off.",
    "decision-map":
      "Who is cheapest for how many requests of which execution time; a click moves the workload there.",
    "break-even-table": "The loads at which each function and each machine cost the same.",
    "cost-breakdown": "Every offer's bill, line by line, with where each price is from.",
  } satisfies Record<ElementName, string>,

  attributeTexts: {
    lang: "Language. Without it that of the page around, or the browser's.",
    currency: "Currency of the figures.",
    region: "Any provider's name of a region. The other providers are priced in the same city.",
    "memory-mb": "Memory of a function, and what a request needs of a machine, in MB.",
    "execution-time-ms": "How long a request takes, in milliseconds.",
    "monthly-executions": "Requests a month.",
    state:
      "All inputs at once, as a link to the simulator has them after its #. It goes before the other attributes.",
    theme: "Light or dark. Without it what the visitor prefers.",
    scenarios:
      "Offers to keep scenarios in the visitor's browser, under your page's address; without it nothing is kept.",
    for: "The id of a cost-simulator on the same page, whose figures are shown. Without it the element has the workload of its own attributes.",
  } satisfies Record<AttributeName, string>,

  eventTexts: {
    "cost-change":
      "A new comparison was made; detail has offers, break-even points, regimes and verdict. It bubbles out of every shadow tree.",
    "language-change": "The visitor chose another language.",
  } satisfies Record<EventName, string>,

  slotTexts: {
    heading: "Instead of the title and the line below it.",
    footer: "Below the results.",
  } satisfies Record<SlotName, string>,

  partTexts: {
    header: "Title, and the switches of currency and language.",
    answer: "The sentence and the ranking.",
    inputs: "The form.",
    results: "Chart, tables and bills.",
    plot: "The drawn chart.",
    table: "The table of break-even points.",
    map: "The drawn decision map.",
    bar: "What an offer's bill is made of.",
    projection: "The drawn months ahead.",
    bill: "One offer's bill, opened or closed.",
  } satisfies Record<PartName, string>,

  looks: "Looks",
  looksNote:
    "Set these on the element. Nothing of your page's style sheet gets in otherwise, and nothing of ours gets out; only the size of rem is your page's.",
  propertyTexts: {
    "--cost-text": "Text.",
    "--cost-muted": "Text of less weight.",
    "--cost-surface": "Cards and fields.",
    "--cost-canvas": "What is behind the cards.",
    "--cost-sunken": "Tracks of bars, switches, common values.",
    "--cost-line": "Lines between rows, and the chart's grid.",
    "--cost-border": "Borders of controls.",
    "--cost-accent": "Figures in the sentence, links, what is chosen.",
    "--cost-accent-soft": "Behind what is chosen.",
    "--cost-danger": "What is not valid.",
    "--cost-warning": "What is uncertain or too small.",
    "--cost-warning-soft": "Behind what is uncertain.",
    "--cost-guide": "Requests-a-second lines of the chart.",
    "--cost-series-1": "One of the eight colours of offers.",
    "--cost-font": "Font families.",
  } satisfies Record<CustomPropertyText, string>,

  together: "Several on one page",
  togetherNote:
    "Elements on one page share their scripts and prices. With for, one shows what a simulator elsewhere on the page does.",
  frame: "In a frame",
  frameNote:
    "Where scripts of others are not allowed, a frame shows the simulator. The second line gives it the height of what is in it. After the # stands the state, as in a link; lang, theme, currency and region can stand before it.",
  pinned: "Pinned to an edition",
  pinnedNote:
    "These addresses never change what they give, are kept by browsers for a year, and are checked by hashes. What opens later is of the same edition. Prices are always those of the day.",
  policy: "Security policy",
  policyNote:
    "All that a strict policy of your page has to allow. No inline styles, no inline scripts, no eval.",
};
