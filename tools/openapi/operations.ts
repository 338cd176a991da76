/** What the API document says of an endpoint beyond its schemas. The worker carries none of it. */
export interface OperationText {
  readonly tag: TagName;
  readonly summary: string;
  readonly description: string;
  /** What a good answer holds. */
  readonly answer: string;
}

export const TAGS = {
  Comparison: "Any offers against each other, priced exactly over every load.",
  Analysis: "What the comparison depends on: other drivers, growth, budgets, ranges of inputs.",
  Catalog: "What is priced, as of when, and where each price is from.",
  "Calculator v1": "The calculator of the older simulator, whose clients keep working.",
  Service: "The service itself.",
} as const;
export type TagName = keyof typeof TAGS;

/** By the route's path. */
export const OPERATION_TEXTS: Readonly<Record<string, OperationText>> = {
  "/health": {
    tag: "Service",
    summary: "Whether the service can do its work; with `ready`, whether it should be sent any",
    description:
      "Each component prices a known case. 503 when one of them fails, and with `ready` also while the process is about to leave. Never cached, never counted against a quota.",
    answer: "The service can do its work.",
  },
  "/api/v1/compare": {
    tag: "Comparison",
    summary: "Bills, cost curves, break-even points and regimes of any offers",
    description:
      "Prices a workload with up to 50 offers. The answer holds each offer's bill line by line with its sources, its cost as a function of requests, every break-even point of a function with a machine, and who is cheapest where. An offer that cannot be bought for the workload is `unavailable`, and the others are compared; when none can be bought, the first's reason is the error.",
    answer: "The comparison.",
  },
  "/api/v1/chart.svg": {
    tag: "Comparison",
    summary: "A comparison as a picture, for a README or a chat",
    description:
      "The question of `/api/v1/compare`, answered as SVG: the exact cost of each offer over requests on logarithmic axes, break-even points, who is cheapest where, and what each costs at the workload's load. Light or dark as its reader prefers, without script or anything from elsewhere. Offers are called by their `id` where they have one.",
    answer: "The picture.",
  },
  "/api/v1/search": {
    tag: "Comparison",
    summary: "The cheapest offers of the whole catalog that carry a workload",
    description:
      "Looks through every region, function service, machine type and way of buying that the filters leave, and ranks the cheapest that carry the load.",
    answer: "The cheapest offers, ranked.",
  },
  "/api/v1/break-even": {
    tag: "Analysis",
    summary: "Who is cheapest along a driver other than requests, and where that changes",
    description:
      "Everything but one driver stays as it is: a time, a size, a price, the exchange rate. Points are exact. The execution time of a distribution is its mean: the distribution keeps its form, and each duration is rounded for itself. What several functions need is the mean over their requests, too: they keep their proportions, but none has less than 128 MB. Execution time is followed for up to 200 durations of all functions, those counted twice of which some start an instance, because the work grows with their square.",
    answer: "Who is cheapest over the driver's range.",
  },
  "/api/v1/decision-map": {
    tag: "Analysis",
    summary: "Who is cheapest over requests and execution time",
    description:
      "Columns of execution times, evenly spaced on a logarithmic scale; in each, who is cheapest over requests. Distributions of durations keep their form; there is no map of several functions. Columns times offers are at most 1,000.",
    answer: "The map, column by column.",
  },
  "/api/v1/budget": {
    tag: "Analysis",
    summary: "What load and what fleet an amount a month pays for",
    description: "For each offer the most requests a month that the amount pays for.",
    answer: "What the amount buys, what carries most first.",
  },
  "/api/v1/growth": {
    tag: "Analysis",
    summary: "Costs month by month as the load grows, and when a change pays",
    description:
      "Projects a load that grows by the same percentage each month, and says in which month a change of offers has paid its one-off cost.",
    answer: "The projection.",
  },
  "/api/v1/uncertainty": {
    tag: "Analysis",
    summary: "The range of costs over ranges of inputs, and how much of them each offer wins",
    description:
      "Inputs that are only known as ranges: what each offer costs at least and at most. Drivers are those of `/api/v1/break-even`, but for the execution time of several functions with minimum instances: while one uses up what is idle another may cost more, so that the least may lie anywhere.",
    answer: "The ranges of costs, and the shares that each offer wins.",
  },
  "/api/v1/batch": {
    tag: "Comparison",
    summary: "Up to 1,000 questions in one request, each answered as by its own endpoint",
    description:
      "Answers stand in the order of the questions; a question that cannot be answered has its problem in its place, and the others are answered. The body may have 1 MB. A batch counts as many requests as it has questions. What is beyond the work of about ten seconds, counted by what is asked, or eight million characters of answers is answered with the problem `batch-used-up`. Exports are not in batches.",
    answer: "An answer or a problem for each question.",
  },
  "/api/v1/catalog": {
    tag: "Catalog",
    summary: "What is priced: providers, regions, places and the age of their prices",
    description: "Changes only when prices do; may be kept for five minutes.",
    answer: "The catalog's index.",
  },
  "/api/v1/catalog/:provider/:region": {
    tag: "Catalog",
    summary: "Every price of a provider in one region, and where it is from",
    description: "A rate card in full: services, machine types, egress, with sources and dates.",
    answer: "The rate card.",
  },
  "/api/v1/calculator/lambda": {
    tag: "Calculator v1",
    summary: "Monthly cost of an AWS Lambda workload",
    description:
      "In US dollars. Free requests, GB-seconds and egress are each taken off their own meter.",
    answer: "The charges by meter, and their total.",
  },
  "/api/v1/calculator/vm": {
    tag: "Calculator v1",
    summary: "Monthly cost of one machine, with egress",
    description:
      "One machine all month at list price. With `monthly_executions` above zero the answer has the egress and the total. Machines priced in yen have their figures in yen too.",
    answer: "The machine's cost and size.",
  },
  "/api/v1/calculator/serverless": {
    tag: "Calculator v1",
    summary: "Monthly cost of a workload on any function service",
    description: "In US dollars and yen, the egress included.",
    answer: "The costs, the use and the free allowances.",
  },
  "/api/v1/calculator/serverless/providers": {
    tag: "Calculator v1",
    summary: "The function services that can be priced",
    description: "With their limits, free allowances and what they charge for.",
    answer: "The services.",
  },
  "/api/v1/calculator/comparison": {
    tag: "Calculator v1",
    summary: "AWS Lambda against machines over a range of executions",
    description:
      "Costs at evenly spaced loads, and the exact break-even points of Lambda with each machine.",
    answer: "The costs over the range, and the break-even points.",
  },
  "/api/v1/calculator/export_csv": {
    tag: "Calculator v1",
    summary: "AWS Lambda against machines at one load, as CSV",
    description:
      "A row for each machine. Text that a spreadsheet would run as a formula is neutralised.",
    answer: "The file.",
  },
  "/api/v1/calculator/instances": {
    tag: "Calculator v1",
    summary: "All machine types of a region",
    description:
      "By provider and type. A region of one provider stands for the others' in its city.",
    answer: "The machine types.",
  },
  "/api/v1/calculator/recommend": {
    tag: "Calculator v1",
    summary: "Machine types with at least a function's memory, nearest first",
    description: "By provider; at most 20 of each unless `limit` says otherwise.",
    answer: "The machine types, by provider.",
  },
  "/api/v1/calculator/currency/convert": {
    tag: "Calculator v1",
    summary: "Dollars to yen and back",
    description: "At the given rate. An amount in its own currency stays what it is.",
    answer: "The amount in both currencies.",
  },
};
