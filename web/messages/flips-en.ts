/** The texts of what would change the answer, in English. */
export const texts = {
  table: "What would change the answer",
  driver: "With all else as it is",
  now: "Now",
  below: "Changes below",
  above: "Changes above",
  never: "Never",
  noFlips: "Nothing can be compared.",
  times: (value: string) => `×${value}`,
  meanTime: "Mean execution time",
  drivers: {
    execution_time: "Execution time",
    memory: "Memory",
    cpu_time: "CPU time per request",
    egress: "Egress per request",
    peak_to_average: "Peak over the mean",
  },
};
