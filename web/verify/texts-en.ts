import type { FigureUnit } from "../../shared/verification/published.ts";

/** The texts of the verification page in English. */
export const texts = {
  title: "Published bills, computed anew",
  lead: "What cloud providers print as examples beside their prices, and what others recorded or paid: each bill is computed in your browser, now, by the engine and from the rate cards that the simulator uses. Every line must come out as it is printed, to the cent.",
  back: "To the simulator",
  running: "Loading rate cards…",
  failed: "The rate cards could not be loaded.",
  allAgree: (bills: string, amounts: string) =>
    `All ${bills} bills and figures come out as printed, with ${amounts} amounts in all.`,
  someDiffer: (differing: string, bills: string) =>
    `${differing} of ${bills} bills and figures come out differently.`,
  took: (ms: string) => `Computed in ${ms} ms, without a server.`,
  groups: {
    lambda: "AWS Lambda",
    functions: "Other function services",
    machines: "Machines, egress and what stands around",
    recorded: "Bills that Infracost’s tests record",
    figures: "Other figures",
  },
  countOf: (agreeing: string, all: string) => `${agreeing} of ${all}`,
  item: "Item",
  printed: "Printed",
  computed: "Computed",
  result: "Result",
  agrees: "As printed",
  differs: "Different",
  pricesOf: (year: string) => `Prices of ${year}`,
  figure: "Figure",
  units: {
    usd: (value: string) => value,
    gb_seconds: (value: string) => `${value} GB-seconds`,
    percent: (value: string) => `${value} %`,
    ms: (value: string) => `${value} ms`,
    requests_per_second: (value: string) => `${value} requests a second`,
    requests_per_month: (value: string) => `${value} requests a month`,
    machines: (value: string) => `${value} machines`,
  } satisfies Record<FigureUnit, (value: string) => string>,
  note: "Where a price has changed since, the bill is computed with the price of its day. Only the figures are taken from the pages that are linked; a printed figure counts as reached within half of its last digit.",
};
