/** What is said of offers and execution times in English, also where nothing else is said. */
export const offerPage = {
  uncertain: "uncertain",
  flags: {
    low_confidence: "Rests on a price that was not confirmed: see the bill",
  },
  beyondCapacity: "more than the one machine carries",
  durations: {
    ms: (value: string) => `${value} ms`,
    seconds: (value: string) => `${value} s`,
    minutes: (value: string) => `${value} min`,
  },
};
