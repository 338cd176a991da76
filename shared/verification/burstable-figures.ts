import type { CustomPrice } from "../catalog/custom-prices.ts";
import { HOURS_PER_MONTH, PERCENT, SECONDS_PER_HOUR } from "../units.ts";
import { EC2 } from "./base-question.ts";
import type { PublishedFigure } from "./published.ts";

const UNLIMITED_PAGE =
  "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode-concepts.html";
const MAKANDRA =
  "https://makandracards.com/operations/623494-aws-ec2-burstable-vs-fixed-cpu-instances";

/** The price of the documentation's example, which has moved. */
const LARGE_OF_THEN: CustomPrice = {
  provider: "aws",
  service: "aws_ec2",
  instanceType: "t3.large",
  change: { unitPrice: 0.0835, currency: "USD" },
};

/**
 * From which utilisation on a burstable machine with vCPU-hours beyond its baseline costs more than one
 * without a baseline: the documentation's own example, and others by its method at today's prices.
 */
export const BURSTABLE_FIGURES: readonly PublishedFigure[] = [
  breakEvenUtilisation("t3.large", "m5.large", 2, 42.5, UNLIMITED_PAGE, [LARGE_OF_THEN]),
  breakEvenUtilisation("t3.medium", "c7i-flex.large", 2, 63.2, MAKANDRA),
  breakEvenUtilisation("t3.large", "m6i.large", 2, 42.8, MAKANDRA),
  breakEvenUtilisation("t3.xlarge", "m7i-flex.xlarge", 4, 52.55, MAKANDRA),
  breakEvenUtilisation("t3a.medium", "c6a.large", 2, 58.9, MAKANDRA),
  breakEvenUtilisation("t3a.large", "m6a.large", 2, 41.2, MAKANDRA),
  breakEvenUtilisation("t3a.xlarge", "m6a.xlarge", 4, 51.2, MAKANDRA),
];

/** `printed` in percent of both machines' vCPUs, which are as many; others round to twentieths. */
function breakEvenUtilisation(
  burstable: string,
  other: string,
  vcpu: number,
  printed: number,
  url: string,
  customPrices: readonly CustomPrice[] = [],
): PublishedFigure {
  const offers = [
    { ...EC2, instanceType: burstable, unlimited: true },
    { ...EC2, instanceType: other },
  ];
  return {
    id: `break-even-${burstable}-${other}`.replaceAll(".", "-"),
    title: {
      en: `${burstable} in unlimited mode against ${other}: from which CPU utilisation on it costs more`,
      ja: `Unlimited モードの ${burstable} が ${other} より高くなる CPU 使用率`,
    },
    url,
    unit: "percent",
    printed,
    within: url === UNLIMITED_PAGE ? 0.05 : 0.025,
    offers,
    compute: (ask) => {
      // A second of CPU time for each request: a vCPU that is always busy serves 3,600 an hour.
      const aSecond = { durationMs: 1000, cpuMs: 1000, memoryMb: 128 };
      const [point] = ask(aSecond, offers, { customPrices }).breakEvenPoints;
      const ofAll = HOURS_PER_MONTH * SECONDS_PER_HOUR * vcpu;
      return (PERCENT * (point?.requestsPerMonth ?? Number.NaN)) / ofAll;
    },
  };
}
