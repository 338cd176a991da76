import type { FunctionServiceId } from "../catalog/providers.ts";
import { fargateTaskSize } from "../metering/aws-fargate-task.ts";
import { readySecondsOf } from "../metering/aws-lambda-ready.ts";
import { INCLUDED_STORAGE_MB, INCLUDED_STREAM_KB } from "../metering/aws-lambda-terms.ts";
import { cloudflareInstance } from "../metering/cloudflare-containers.ts";
import { FARGATE_STORAGE_MB } from "../metering/fargate-storage.ts";
import { METERING_RULES } from "../metering/index.ts";
import type { BilledTime, MeteringRule } from "../metering/rule.ts";
import type { FunctionOffer, ProvisionedPeriod } from "../offer.ts";
import {
  KB_PER_GB,
  MB_PER_GB,
  MS_PER_SECOND,
  SECONDS_PER_HOUR,
  SECONDS_PER_MONTH,
} from "../units.ts";
import type { RequestDemand } from "../request-demand.ts";
import { billedTime, cpuMs, divisor, memoryGb, operand } from "./operands.ts";
import type { Operand, UsageTerm } from "./usage-formula.ts";

/** How the usage of one meter follows from a function; the meter may have several prices. */
export interface MeterFormula {
  readonly meter: string;
  readonly price?: string;
  readonly plus: readonly UsageTerm[];
  readonly minus?: readonly UsageTerm[];
  /** Charged once for an account, however many functions there are. */
  readonly perAccount?: true;
}

/** What the terms of one function begin with: its requests. */
export interface FunctionPart {
  readonly requests: readonly Operand[];
}

type FormulaRule = (
  demand: RequestDemand,
  offer: FunctionOffer,
  part: FunctionPart,
) => readonly MeterFormula[];

/** Sizes and clocks are the metering rule's; the formula reads them off what it makes of a request. */
function perRequestOf(
  service: FunctionServiceId,
  meter: string,
  demand: RequestDemand,
  offer: FunctionOffer,
): number {
  const rule: MeteringRule = METERING_RULES[service];
  const found = rule.usage(demand, offer).find((usage) => usage.meter === meter);
  return found?.usage.perRequest ?? 0;
}

function timeOf(service: FunctionServiceId): BilledTime {
  const { billedTime: time }: MeteringRule = METERING_RULES[service];
  return time ?? { stepMs: 0 };
}

/** The smallest size of memory that holds a request. */
function sizeMb(service: FunctionServiceId, { memoryMb }: RequestDemand): number {
  const { memorySizesMb }: MeteringRule = METERING_RULES[service];
  return memorySizesMb?.find((size) => memoryMb <= size) ?? memoryMb;
}

function requestsOf({ requests }: FunctionPart): MeterFormula {
  return { meter: "requests", plus: [requests] };
}

/** Requests, and GB-seconds of the smallest size over the billed time. */
function ofMemory(service: FunctionServiceId): FormulaRule {
  return (demand, _offer, part) => [
    requestsOf(part),
    {
      meter: "compute",
      plus: [
        [
          ...part.requests,
          billedTime(demand, timeOf(service)),
          memoryGb(demand, sizeMb(service, demand)),
        ],
      ],
    },
  ];
}

/** Requests that instances kept ready serve: of each period its share. */
function readyRequests(
  periods: readonly ProvisionedPeriod[],
  { requests }: FunctionPart,
  each: readonly Operand[],
): UsageTerm[] {
  return periods.map(({ executionsShare }) => [...requests, ...partOf(executionsShare), ...each]);
}

/** The part of the requests that no instance kept ready serves. */
function shareOfOthers(periods: readonly ProvisionedPeriod[] = []): number {
  let left = 1;
  for (const { executionsShare } of periods) left -= executionsShare;
  return Math.max(0, left);
}

const awsLambda: FormulaRule = (demand, offer, part) => {
  const { architecture, provisioned, snapStart, streamsResponses } = offer;
  const { ephemeralStorageMb = INCLUDED_STORAGE_MB } = offer;
  const time = timeOf("aws_lambda");
  const memory = memoryGb(demand);
  const formulas: MeterFormula[] = [requestsOf(part)];
  if (provisioned !== undefined) {
    const { coldStarts: _, ...warm } = demand;
    formulas.push(
      {
        meter: "provisioned_concurrency",
        price: `provisioned_idle.${architecture}`,
        plus: provisioned.map((period) => [
          operand("instances", period.instances),
          operand("seconds", readySecondsOf(period) / period.instances),
          memory,
        ]),
      },
      {
        meter: "compute",
        price: `provisioned_compute.${architecture}`,
        plus: readyRequests(provisioned, part, [billedTime(warm, time), memory]),
      },
    );
  }
  formulas.push({
    meter: "compute",
    price: `compute.${architecture}`,
    plus: [
      [...part.requests, ...partOf(shareOfOthers(provisioned)), billedTime(demand, time), memory],
    ],
  });
  const storageMb = ephemeralStorageMb - INCLUDED_STORAGE_MB;
  if (storageMb > 0) {
    formulas.push({
      meter: "ephemeral_storage",
      plus: [
        [...part.requests, billedTime(demand, time), operand("storage_gb", storageMb / MB_PER_GB)],
      ],
    });
  }
  if (snapStart !== undefined) {
    formulas.push(
      {
        meter: "snap_start_cache",
        price: "snapstart_cache",
        plus: [[operand("seconds", snapStart.activeSeconds), memory]],
      },
      {
        meter: "snap_start_restore",
        price: "snapstart_restore",
        plus: [[...part.requests, operand("cold_starts", snapStart.coldStartRatio), memory]],
      },
    );
  }
  const streamedKb = demand.egressPerRequestKb - INCLUDED_STREAM_KB;
  if (streamsResponses === true && streamedKb > 0) {
    formulas.push({
      meter: "response_streaming",
      plus: [
        [...part.requests, operand("streamed_kb", streamedKb), divisor("kb_per_gb", KB_PER_GB)],
      ],
    });
  }
  return formulas;
};

const awsLambdaEdge: FormulaRule = (demand, _offer, part) => [
  { ...requestsOf(part), price: "edge_requests" },
  {
    meter: "compute",
    price: "edge_compute",
    plus: [[...part.requests, billedTime(demand, timeOf("aws_lambda_edge")), memoryGb(demand)]],
  },
];

const awsFargateTask: FormulaRule = (demand, offer, part) => {
  const { architecture, ephemeralStorageMb = FARGATE_STORAGE_MB.included } = offer;
  const each = [...part.requests, billedTime(demand, timeOf("aws_fargate_task"), "billed_hours")];
  const storageMb = ephemeralStorageMb - FARGATE_STORAGE_MB.included;
  const { vcpu, memoryMb } = fargateTaskSize(demand, offer);
  return [
    { meter: "vcpu", price: `vcpu.${architecture}`, plus: [[...each, operand("vcpu", vcpu)]] },
    {
      meter: "memory",
      price: `memory.${architecture}`,
      plus: [[...each, memoryGb(demand, memoryMb)]],
    },
    ...(storageMb > 0
      ? [
          {
            meter: "ephemeral_storage",
            plus: [[...each, operand("storage_gb", storageMb / MB_PER_GB)]],
          },
        ]
      : []),
  ];
};

/** Instances that serve several requests at a time, and those that are kept without any. */
function ofInstances(service: "gcp_cloudrun" | "gcp_functions"): FormulaRule {
  return (demand, offer, part) => {
    const { concurrency = 1, minimumInstances = 0 } = offer;
    const time = billedTime(demand, timeOf(service));
    const perSecond = concurrency / time.value;
    const vcpu = operand("vcpu", perRequestOf(service, "vcpu", demand, offer) * perSecond);
    const memory = memoryGb(demand);
    const busy = [
      ...part.requests,
      time,
      ...(concurrency > 1 ? [divisor("concurrency", concurrency)] : []),
    ];
    const kept = [operand("instances", minimumInstances), operand("seconds", SECONDS_PER_MONTH)];
    const idle = (meter: string, of: Operand): MeterFormula => ({
      meter,
      plus: [[...kept, of]],
      minus: [[...busy, of]],
    });
    return [
      requestsOf(part),
      { meter: "vcpu", plus: [[...busy, vcpu]] },
      { meter: "memory", plus: [[...busy, memory]] },
      ...(minimumInstances === 0 ? [] : [idle("idle_vcpu", vcpu), idle("idle_memory", memory)]),
    ];
  };
}

const googleFunctionsGen1: FormulaRule = (demand, offer, part) => {
  const service = "gcp_functions_gen1";
  const time = billedTime(demand, timeOf(service));
  const ghz = perRequestOf(service, "cpu", demand, offer) / time.value;
  return [
    requestsOf(part),
    {
      meter: "memory",
      price: "compute",
      plus: [[...part.requests, time, memoryGb(demand, sizeMb(service, demand))]],
    },
    { meter: "cpu", plus: [[...part.requests, time, operand("ghz", ghz)]] },
  ];
};

const azureFunctionsFlex: FormulaRule = (demand, { provisioned, concurrency = 1 }, part) => {
  const service = "azure_functions_flex";
  const memory = memoryGb(demand, sizeMb(service, demand));
  const each = [
    billedTime(demand, timeOf(service)),
    memory,
    ...(concurrency > 1 ? [divisor("concurrency", concurrency)] : []),
  ];
  const others = [...part.requests, ...partOf(shareOfOthers(provisioned))];
  const onDemand: MeterFormula[] = [
    { meter: "requests", plus: [others] },
    { meter: "compute", plus: [[...others, ...each]] },
  ];
  if (provisioned === undefined) return onDemand;
  return [
    {
      meter: "always_ready",
      price: "always_ready_baseline",
      plus: provisioned.map(({ instances, hoursPerMonth }) => [
        operand("instances", instances),
        operand("seconds", hoursPerMonth * SECONDS_PER_HOUR),
        memory,
      ]),
    },
    {
      meter: "requests",
      price: "always_ready_requests",
      plus: readyRequests(provisioned, part, []),
    },
    {
      meter: "compute",
      price: "always_ready_compute",
      plus: readyRequests(provisioned, part, each),
    },
    ...onDemand,
  ];
};

const ociFunctions: FormulaRule = (demand, _offer, part) => [
  requestsOf(part),
  {
    meter: "compute",
    plus: [
      [
        ...part.requests,
        operand("billed_seconds", demand.durationMs / 1000),
        memoryGb(demand, sizeMb("oci_functions", demand)),
      ],
    ],
  },
];

const SUBSCRIPTION: MeterFormula = {
  meter: "subscription",
  plus: [[operand("months", 1)]],
  perAccount: true,
};

const cloudflareWorkers: FormulaRule = (demand, _offer, part) => [
  SUBSCRIPTION,
  requestsOf(part),
  { meter: "cpu", plus: [[...part.requests, cpuMs(demand)]] },
];

const cloudflareContainers: FormulaRule = (demand, offer, part) => {
  const each = [...part.requests, billedTime(demand, timeOf("cloudflare_containers"))];
  const { memoryMb, diskGb } = cloudflareInstance(demand, offer);
  return [
    SUBSCRIPTION,
    requestsOf(part),
    {
      meter: "vcpu",
      plus: [[...part.requests, cpuMs(demand), divisor("ms_per_second", MS_PER_SECOND)]],
    },
    { meter: "memory", plus: [[...each, memoryGb(demand, memoryMb)]] },
    { meter: "disk", plus: [[...each, operand("storage_gb", diskGb)]] },
  ];
};

/** How each service's usage follows; a service without formulas does not compile. */
export const FUNCTION_FORMULAS = {
  aws_lambda: awsLambda,
  aws_lambda_edge: awsLambdaEdge,
  aws_fargate_task: awsFargateTask,
  gcp_functions: ofInstances("gcp_functions"),
  gcp_functions_gen1: googleFunctionsGen1,
  gcp_cloudrun: ofInstances("gcp_cloudrun"),
  azure_functions: ofMemory("azure_functions"),
  azure_functions_flex: azureFunctionsFlex,
  oci_functions: ociFunctions,
  cloudflare_workers: cloudflareWorkers,
  cloudflare_containers: cloudflareContainers,
} as const satisfies Record<FunctionServiceId, FormulaRule>;

/** A part of the requests; all of them go without saying. */
function partOf(share: number): Operand[] {
  return share === 1 ? [] : [operand("share", share)];
}
