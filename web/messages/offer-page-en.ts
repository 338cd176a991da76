/** What is said of offers, their bills and execution times in English, also where nothing else is said. */
export const offerPage = {
  bills: "Bills",
  billsLead: "Every line with the price it was computed from.",
  uncertain: "uncertain",
  flags: {
    low_confidence: "Rests on a price that was not confirmed: see the bill",
  },
  beyondCapacity: "more than the one machine carries",
  assumptions: "Assumptions",
  durations: {
    ms: (value: string) => `${value} ms`,
    seconds: (value: string) => `${value} s`,
    minutes: (value: string) => `${value} min`,
  },
};
