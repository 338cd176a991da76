import { offerPage } from "./offer-page-en.ts";
import type { ExampleName } from "../state/examples.ts";

/** A piece of a sentence: plain, or one of its figures. */
export type SentencePart = string | Figure;

interface Figure {
  readonly figure: string;
  /** Id of the offer whose bill it is the sum of, if it is. */
  readonly bill?: string;
}

interface SentenceFacts {
  readonly requests: string;
  readonly functionName: string;
  readonly functionCost: Figure;
  readonly machineName: string;
  readonly machineCost: Figure;
}

interface TurnFacts {
  readonly cheaper: "function" | "machine";
  /** Requests a month up to which that is so; `null` for all loads that were looked at. */
  readonly upTo: string | null;
  /** Whether the other kind becomes cheaper there, or the machines carry no more. */
  readonly limit: "turn" | "capacity" | null;
}

/** The texts of the page in English. */
export const en = {
  ...offerPage,
  title: "Functions or machines?",
  lead: "Pay per request or rent by the month: what each costs, and at how many requests the answer changes.",
  language: "Language",
  currency: "Currency",
  inputs: "Your workload",
  answer: "Answer",
  results: "Result",
  startFrom: "Start from",
  examples: {
    api: "API backend",
    images: "Image processing",
    batch: "Nightly batch",
    webhook: "Webhook",
    inference: "ML inference",
  } satisfies Record<ExampleName, string>,

  workloadGroup: "Workload",
  groups: {
    traffic: "When requests come",
    egress: "Egress",
    functions: "Functions",
    machines: "Machines",
    sideCosts: "Around it",
    money: "Money & prices",
    outlook: "Growth & uncertainty",
  },
  evenHours: "Evenly",
  ownHours: "By the hour",
  peak: (times: string) => `peak ×${times}`,
  functionTypes: (count: string, isOne: boolean) => `${count} configuration${isOne ? "" : "s"}`,
  sizings: { peak: "for the peak", autoscaled: "hour by hour", fixed: "a fixed number" },
  counted: "Counted",
  notCounted: "Not counted",
  growthOf: (percent: string) => `${percent}% growth a month`,
  monthsOf: (months: string) => `${months} months`,
  undo: "Undo",
  redo: "Redo",
  reset: "Reset all",
  unitsRead: (units: string) => ` Units that can follow it: ${units}.`,
  place: "Place",
  pricedElsewhere: "No region there, priced in the nearest one:",
  listSeparator: ", ",
  memory: "Memory",
  executionTime: "Execution time",
  pasteMeasurements: "Paste measurements…",
  distributionUsed: "A measured distribution of times is used.",
  dropDistribution: "Use one time",
  executions: "Executions",
  executionsUnit: "Executions are given",
  perMonth: "per month",
  perSecond: "per second",
  executionsEqual: (perMonth: string, perSecond: string) =>
    `${perMonth} a month, ${perSecond} a second on average`,
  machineTypes: (count: string, isOne: boolean) => `${count} type${isOne ? "" : "s"}`,
  presetsOf: (field: string) => `Common values: ${field}`,
  fieldProblem: (field: string, problem: string) => `${field} ${problem}.`,

  units: {
    mb: "MB",
    ms: "ms",
    kb: "KB",
    yenPerDollar: "¥ per $",
    executionsPerMonth: "a month",
    executionsPerSecond: "a second",
  },
  sizes: {
    kb: (value: string) => `${value} KB`,
    mb: (value: string) => `${value} MB`,
    gb: (value: string) => `${value} GB`,
  },

  loading: "Loading prices…",
  loadingFailed: "Prices could not be loaded.",
  retry: "Try again",
  staleAnswer: "A field is not valid. The figures are those of the last valid input.",
  pricesAsOf: (date: string) => `Prices as of ${date} or newer`,

  /** The answer in a few words, over the sentence with the figures. */
  verdicts: {
    function: "Functions are cheaper",
    machine: "Machines are cheaper",
    onlyFunctions: "Only functions do it",
    onlyMachines: "Only machines do it",
    nothing: "Nothing here does it",
  },
  both: (facts: SentenceFacts & TurnFacts): SentencePart[] => [
    "At ",
    { figure: facts.requests },
    ` requests a month ${facts.functionName} costs `,
    facts.functionCost,
    `. The cheapest machine that carries the load, ${facts.machineName}, costs `,
    facts.machineCost,
    facts.cheaper === "function" ? ". Functions stay cheaper " : ". Machines stay cheaper ",
    ...(facts.upTo === null
      ? ["at every higher load shown."]
      : ["up to ", { figure: facts.upTo }, " requests a month"]),
    ...(facts.limit === "turn" ? ["."] : []),
    ...(facts.limit === "capacity" ? [", the most that one machine carries."] : []),
  ],
  onlyFunctions: (
    facts: Pick<SentenceFacts, "requests" | "functionName" | "functionCost">,
  ): SentencePart[] => [
    "At ",
    { figure: facts.requests },
    ` requests a month ${facts.functionName} costs `,
    facts.functionCost,
    ". No machine that is compared carries this load.",
  ],
  onlyMachines: (
    facts: Pick<SentenceFacts, "requests" | "machineName" | "machineCost">,
  ): SentencePart[] => [
    "At ",
    { figure: facts.requests },
    ` requests a month the cheapest machine that carries the load, ${facts.machineName}, costs `,
    facts.machineCost,
    ". No function that is compared can run this workload.",
  ],
  nothing: "Nothing that is compared can run this workload. Add a function or a machine.",
  savedAgainst: {
    function: "Saved against the cheapest function",
    machine: "Saved against the cheapest machine",
  },
  savedAgainstNext: (name: string) => `Saved against ${name}, the next cheapest`,
  savedPerMonth: (month: string) => `${month} a month`,
  savedPerYear: (year: string) => `${year} a year`,
  turnTo: (name: string) => `to ${name}`,
  changeWorkload: "Change the workload",
  turnBelow: "With fewer requests the cheapest changes at",
  turnAbove: "With more requests the cheapest changes at",
  whatChangesIt: "What else would change the answer",

  ranking: "Monthly cost",
  machineCount: (count: string, isOne: boolean) => `${count} machine${isOne ? "" : "s"}`,
  functionKind: "Function",
  cheapest: "Cheapest",
  costsMore: (difference: string) => `+${difference}`,
  unavailable: "Not available",
  doesNotCarry: (limit: string) => `Too small for this load: carries ${limit} requests a month`,
  carriesNothing: "Its memory cannot hold one request",
  overMemory: (limit: string) => `Allows at most ${limit} of memory`,
  overDuration: (limit: string) => `Allows at most ${limit} per execution`,

  partLoading: "Loading…",
  partFailed: "This part could not be loaded.",
  offer: "Offer",
  costPerMonth: "Cost a month",

  billTotal: "Total",
  restsOnUncertain: (names: string) =>
    `The cost of ${names} rests on a price that was not confirmed: see the bill.`,
  providers: {
    aws: "AWS",
    google: "Google Cloud",
    azure: "Azure",
    oci: "Oracle Cloud (OCI)",
    sakura: "Sakura Cloud",
    cloudflare: "Cloudflare",
    fly: "Fly.io",
  },
  footer: "List prices without tax, support or discounts. A month has 730 hours.",
  verification: "Published bills, computed anew in your browser",
  elements: "Elements for your own page",
  scenarios: "Scenarios",
  share: "Share & export",
  openBill: (cost: string, name: string) => `${cost}: open the bill of ${name}`,
};
