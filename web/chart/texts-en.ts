/** The texts of the chart in English. */
export const texts = {
  title: "Cost by load",
  lead: "Solid lines are functions, dashed lines machines. The strip at the foot shows who is cheapest.",
  summary: (from: string, to: string, offers: string) =>
    `Chart of the monthly cost of ${offers} from ${from} to ${to} requests a month. The tables below hold the same figures.`,
  failed: "The chart could not be loaded. The tables hold the same figures.",
  requestsAxis: "Requests a month",
  costAxis: "Cost a month",
  rate: (rate: string) => `${rate}/s`,
  crosshair: "Load to read off",
  crosshairHelp:
    "Arrow keys read off another load; plus and minus zoom, Shift with arrow keys moves, 0 shows everything.",
  crosshairValue: (requests: string, rate: string, cheapest: string, cost: string) =>
    `${requests} requests a month, ${rate} a second: ${cheapest} is cheapest at ${cost}`,
  readingAt: (requests: string, rate: string) => `At ${requests} requests a month (${rate}/s)`,
  tools: "Chart view and export",
  requestsScale: "Requests",
  costScale: "Cost",
  scales: { log: "Log", linear: "Linear" },
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  resetZoom: "Reset zoom",
  save: (format: string) => `Save as ${format}`,
  bandNote: "Bands show the least and the most that each cost can be within the given ranges.",
  overlay: (scenario: string, kind: "function" | "machine") =>
    `${scenario}: cheapest ${kind === "function" ? "function" : "machine"}`,
  zoomHint: "Drag to zoom in; turn the wheel with Ctrl; pinch with two fingers.",
};
