/** The texts of the break-even table in English. */
export const texts = {
  title: "Break-even points",
  lead: "Loads at which a function and a machine cost the same, or a further machine tips the balance.",
  functionColumn: "Function",
  pairColumn: "Function and machine",
  machineColumn: "Machine",
  requestsColumn: "Requests a month",
  rateColumn: "A second",
  costColumn: "Cost there",
  cheaperBelow: "Cheaper below",
  cheaperAbove: "Cheaper above",
  neverCross: (count: string, isOne: boolean) =>
    `${count} ${isOne ? "pair does" : "pairs do"} not cross at any load shown`,
  alwaysCheaper: (cheaper: string, dearer: string) => `${cheaper} is always cheaper than ${dearer}`,
  alwaysEqual: (first: string, second: string) => `${first} always costs the same as ${second}`,
  moreCrossings: (count: string, from: string, to: string) =>
    `${count} more between ${from} and ${to}: the fleet grows in steps and the two alternate`,
  nothingToCross: "Compare a function with a machine to see where they cost the same.",
};
