import { gbSeconds, perRequest, REQUESTS, roundUpTo, type MeteringRule } from "./rule.ts";

const BILLED_MS = 1;
/** /tmp that each function has without charge. */
const INCLUDED_STORAGE_MB = 512;

/**
 * AWS Lambda: requests, GB-seconds of the configured memory over the duration rounded up to 1 ms,
 * and GB-seconds of /tmp beyond 512 MB. https://aws.amazon.com/lambda/pricing/
 */
export const awsLambda: MeteringRule = {
  limits: { memoryMb: 10_240, durationMs: 900_000 },
  usage: (workload, offer) => {
    const billedMs = roundUpTo(BILLED_MS, workload.durationMs);
    const chargedStorageMb = offer.ephemeralStorageMb - INCLUDED_STORAGE_MB;
    return [
      REQUESTS,
      {
        meter: "compute",
        price: `compute.${offer.architecture}`,
        usage: perRequest(gbSeconds(workload.memoryMb, billedMs)),
      },
      ...(chargedStorageMb > 0
        ? [{ meter: "ephemeral_storage", usage: perRequest(gbSeconds(chargedStorageMb, billedMs)) }]
        : []),
    ];
  },
};
