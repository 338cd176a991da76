import { gbSeconds, meanBilledMs, perRequest, type MeteringRule } from "./rule.ts";

const BILLED_TIME = { stepMs: 1 } as const;

/**
 * AWS Lambda@Edge: requests, and GB-seconds over the duration rounded up to 1 ms; billed as a part
 * of CloudFront wherever it runs, without free allowance. https://aws.amazon.com/lambda/pricing/
 */
export const awsLambdaEdge: MeteringRule = {
  limits: { memoryMb: 10_240, durationMs: 30_000 },
  options: [],
  billedTime: BILLED_TIME,
  pricedAs: "aws_lambda",
  usage: (demand) => [
    { meter: "requests", price: "edge_requests", usage: perRequest(1) },
    {
      meter: "compute",
      price: "edge_compute",
      usage: perRequest(gbSeconds(demand.memoryMb, meanBilledMs(demand, BILLED_TIME))),
    },
  ],
};
