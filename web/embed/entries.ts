/** The scripts that a page of others includes, each with the element of its name. */
export const ELEMENT_ENTRIES = [
  "cost-simulator",
  "cost-chart",
  "decision-map",
  "cost-breakdown",
  "break-even-table",
] as const;

/** All scripts that have a stable address: also the page in a frame, what fits it into a page, and the page about the elements. */
export const EMBED_ENTRIES = [
  ...ELEMENT_ENTRIES,
  "frame",
  "frame-content",
  "elements-guide",
] as const;
