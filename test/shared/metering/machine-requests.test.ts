import { expect, test } from "vitest";
import { machineRequests } from "../../../shared/metering/machine-requests.ts";

const DEMAND = {
  durationMs: 200,
  cpuMs: 50,
  memoryPerRequestMb: 64,
  largestRequestMb: 64,
  targetUtilisation: 0.7,
  memoryReserveMb: 256,
};

test("machines bill nothing by the request, as a rule", () => {
  expect(machineRequests("aws_ec2", DEMAND)).toEqual([]);
  expect(machineRequests("aws_fargate", DEMAND)).toEqual([]);
});

// https://aws.amazon.com/lambda/pricing/
test("Lambda Managed Instances bill each request beside the machines", () => {
  expect(machineRequests("aws_lambda_managed_instances", DEMAND)).toEqual([
    {
      service: "aws_lambda_managed_instances",
      meter: "requests",
      usage: { fixed: 0, perRequest: 1 },
    },
  ]);
});

// https://developers.cloudflare.com/containers/pricing/
test("Cloudflare's containers bill one subscription, the Worker's requests and the CPU used", () => {
  expect(machineRequests("cloudflare_container_instances", DEMAND)).toEqual([
    {
      service: "cloudflare_workers",
      meter: "subscription",
      usage: { fixed: 1, perRequest: 0 },
    },
    { service: "cloudflare_workers", meter: "requests", usage: { fixed: 0, perRequest: 1 } },
    { service: "cloudflare_containers", meter: "vcpu", usage: { fixed: 0, perRequest: 0.05 } },
  ]);
});
