import { lambdaOptions } from "./aws-lambda-options.ts";
import {
  BILLED_TIME,
  COMPUTE_ALLOWANCE,
  INCLUDED_STORAGE_MB,
  INCLUDED_STREAM_KB,
} from "./aws-lambda-terms.ts";
import { gbSeconds, meanBilledMs, perRequest, REQUESTS, type MeteringRule } from "./rule.ts";

const COMPUTE_PRICES = { arm64: "compute.arm64", x86_64: "compute.x86_64" } as const;

/**
 * AWS Lambda: requests, GB-seconds of the configured memory over the duration (with INIT, where a
 * request waits for it) rounded up to 1 ms, GB-seconds of /tmp beyond 512 MB; with provisioned
 * concurrency GB-seconds of the instances kept ready, and another price for the requests that they
 * serve; with SnapStart the cache and each restore; streamed responses beyond 6 MB. With a Compute
 * Savings Plan the GB-seconds have its price. The free GB-seconds are for x86 and Arm together.
 * https://aws.amazon.com/lambda/pricing/ and
 * https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/
 *
 * Limits: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html; an INIT of more
 * than 10 s runs again within the timeout:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html; with SnapStart there is neither
 * provisioned concurrency nor /tmp beyond 512 MB: https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html
 */
export const awsLambda: MeteringRule = {
  limits: {
    memoryMb: 10_240,
    durationMs: 900_000,
    initMs: 10_000,
    responseKb: { buffered: INCLUDED_STREAM_KB, streamed: 200 * 1024 },
    ephemeralStorageMb: 10_240,
    ephemeralStorageWithSnapStartMb: INCLUDED_STORAGE_MB,
  },
  options: ["ephemeralStorageMb", "provisioned", "snapStart", "streamsResponses", "savingsPlan"],
  notTogether: ["provisioned", "snapStart"],
  billedTime: BILLED_TIME,
  hasArchitectures: true,
  usage: (demand, offer) => {
    const ofOptions = lambdaOptions(demand, offer);
    if (ofOptions !== null) return [REQUESTS, ...ofOptions];
    const each = gbSeconds(demand.memoryMb, meanBilledMs(demand, BILLED_TIME));
    return [
      REQUESTS,
      {
        meter: "compute",
        price: COMPUTE_PRICES[offer.architecture],
        allowance: COMPUTE_ALLOWANCE,
        usage: perRequest(each),
      },
    ];
  },
};
