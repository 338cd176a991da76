/** The texts of the projection in English. */
export const texts = {
  title: "The months ahead",
  lead: (growth: string, months: string) =>
    `What each offer costs as the load changes by ${growth}% a month, over ${months} months.`,
  flat: (months: string) =>
    `What each offer costs over ${months} months with the load as it is. Set a growth to see it change.`,
  tryGrowth: (percent: string) => `Grow ${percent}% a month`,
  shown: "Amounts shown",
  views: { monthly: "Each month", cumulated: "All together" },
  chart: (offers: string, months: string) =>
    `Chart of the cost of ${offers} over ${months} months. The table below holds the same figures.`,
  monthAxis: "Months from now",
  month: "Month to read off",
  monthText: (month: string, requests: string) => `Month ${month}, ${requests} requests`,
  monthly: "The month",
  cumulated: "All until then",
  offer: "Offer",
  crossover: (month: string, name: string, requests: string) =>
    `From month ${month}, at ${requests} requests a month, ${name} is the cheapest.`,
  moreTurns: (count: string, isOne: boolean) =>
    `The cheapest changes ${count} more time${isOne ? "" : "s"} after that: see the dotted lines.`,
  noCrossover: (name: string) => `${name} stays the cheapest in all months.`,
  tooSmall: "more than its machines carry",
  saves: (from: string, to: string, saved: string, months: string) =>
    `Over ${months} months ${to} costs ${saved} less than ${from}.`,
  paid: (cost: string, month: string) =>
    `What is saved has paid for the change (${cost}) by the end of month ${month}.`,
  notPaid: (cost: string) => `That does not pay for the change (${cost}) in this time.`,
};
