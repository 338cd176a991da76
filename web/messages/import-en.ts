/** The texts of the dialog that reads measurements and counts, in English. */
export const texts = {
  counts: {
    title: "Import hourly counts",
    accepts: [
      "Lines of a time and a count, as CloudWatch and others export them",
      "24 counts of a day or 168 of a week, from midnight",
    ] as readonly string[],
  },
  measurements: {
    title: "Paste measurements",
    accepts: [
      "REPORT lines of AWS Lambda’s log, or a table of Logs Insights",
      "A result of AWS Lambda Power Tuning, or the address of its chart",
      "A log or a list of durations",
    ] as readonly string[],
  },
  stays: "It is read in your browser and goes nowhere.",
  paste: "Paste here",
  file: "Open a file…",
  cancel: "Cancel",
  apply: "Use these values",
  input: "Input",
  before: "Now",
  after: "Then",
  size: "Memory size",
  hoursRead: (hours: string) => `Counts of ${hours} hours were read.`,
  sources: {
    reports: (count: string, isOne: boolean) => `${count} REPORT line${isOne ? "" : "s"} read.`,
    insights: (count: string, isOne: boolean) =>
      `${count} row${isOne ? "" : "s"} of Logs Insights read.`,
    powerTuning: (count: string, isOne: boolean) =>
      `Power Tuning result with ${count} memory size${isOne ? "" : "s"} read.`,
    durations: (count: string, isOne: boolean) => `${count} duration${isOne ? "" : "s"} read.`,
  },
  linesIgnored: (count: string, lines: string) => `Lines not used: ${count} (${lines})`,
  nothingRead: "Nothing was recognised. See above what can be read.",
  notACount: (line: number, text: string) => `Line ${line}: “${text}” has no count.`,
  howMany: (count: number) =>
    `These are ${count} counts. 24 of a day, 168 of a week or those of whole days are needed.`,
  empty: "There are no counts.",
  allZero: "All counts are 0.",
  lessThanADay: "The counts cover less than a day.",
  even: "Evenly",
  hoursOf: (hours: string) => `${hours} hours`,
  oneDuration: "All alike",
  assumed: "Assumed",
  inputs: {
    requestsPerMonth: "Executions a month",
    hourlyWeights: "Spread over the hours",
    memoryMb: "Memory",
    durationMs: "Mean execution time",
    durations: "Distribution",
    coldStartRatio: "Cold starts",
    initMs: "Time a start takes",
    memoryPerRequestMb: "Memory per request in flight",
  },
};
