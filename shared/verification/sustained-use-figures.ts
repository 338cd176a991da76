import { HOURS_PER_MONTH, PERCENT } from "../units.ts";
import { EC2 } from "./base-question.ts";
import type { PublishedFigure } from "./published.ts";

const PAGE = "https://cloud.google.com/compute/docs/sustained-use-discounts";
/** Half of the last digit. */
const WITHIN = 0.005;

/** What an hour costs in each quarter of the month, by the tables of the two kinds of series. */
export const SUSTAINED_USE_FIGURES: readonly PublishedFigure[] = [
  ...[100, 86.78, 73.3, 60].map((percent, quarter) =>
    hourInQuarter("c2-standard-4", quarter, percent),
  ),
  ...[100, 80, 60, 40].map((percent, quarter) => hourInQuarter("n1-standard-1", quarter, percent)),
];

/** `quarter` from 0 on; `printed` in percent of the listed price of an hour. */
function hourInQuarter(instanceType: string, quarter: number, printed: number): PublishedFigure {
  const offer = {
    ...EC2,
    service: "google_cloud",
    region: "us-central1",
    instanceType,
  } as const;
  return {
    id: `google-${instanceType}-quarter-${quarter + 1}`,
    title: {
      en: `Google ${instanceType}: an hour in quarter ${quarter + 1} of the month, of the listed price`,
      ja: `Google ${instanceType}: 月の第 ${quarter + 1} 四半期の 1 時間（定価に対する割合）`,
    },
    url: PAGE,
    unit: "percent",
    printed,
    within: WITHIN,
    offers: [offer],
    compute: (ask) => {
      const costOf = (quarters: number) => {
        if (quarters === 0) return 0;
        const hoursPerMonth = (quarters * HOURS_PER_MONTH) / 4;
        return ask({}, [{ ...offer, hoursPerMonth }]).offers[0]?.monthlyCost ?? Number.NaN;
      };
      return (PERCENT * (costOf(quarter + 1) - costOf(quarter))) / costOf(1);
    },
  };
}
