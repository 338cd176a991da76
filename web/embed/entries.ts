/** The scripts that a page of others includes, each with the element of its name. */
export const ELEMENT_ENTRIES = [
  "cost-simulator",
  "cost-chart",
  "cost-breakdown",
  "break-even-table",
] as const;

/** All scripts of the embed that have a stable address: the elements, the frame, and what fits it into a page. */
export const EMBED_ENTRIES = [...ELEMENT_ENTRIES, "frame", "frame-content"] as const;
