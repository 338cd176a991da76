import { expect, test } from "vitest";
import { openRateCard } from "../../../shared/catalog/card.ts";
import type { MachineServiceId } from "../../../shared/catalog/providers.ts";
import { PricingError } from "../../../shared/engine/errors.ts";
import { containerStorage } from "../../../shared/metering/container-storage.ts";

const CARD = openRateCard({
  schema: 2,
  provider: "aws",
  region: "here",
  currency: "USD",
  as_of: "2026-01-01",
  sources: { invented: { title: "invented", url: "about:blank", date: "2026-01-01" } },
  services: {
    aws_fargate: {
      ephemeral_storage: {
        unit: "GB-hour",
        tiers: [[null, 0.5]],
        source: "invented",
        confidence: "high",
      },
    },
  },
});

function storageOf(ephemeralStorageMb?: number, service: MachineServiceId = "aws_fargate") {
  return containerStorage(
    {
      kind: "machine",
      service,
      region: "here",
      instanceType: "1_2",
      purchase: "on_demand",
      sizing: { kind: "fixed", machines: 1 },
      ...(ephemeralStorageMb === undefined ? {} : { ephemeralStorageMb }),
    },
    CARD,
  );
}

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html
test("20 GB of a Fargate task's storage are on no bill", () => {
  expect(storageOf()).toEqual([]);
  expect(storageOf(512)).toEqual([]);
  expect(storageOf(20 * 1024)).toEqual([]);
});

test.each([
  // [GB, GB beyond 20, for 730 hours each]
  [20.5, 0.5],
  [21, 1],
  [200, 180],
])("%d GB are billed as %d of a whole month", (gb, charged) => {
  expect(storageOf(gb * 1024)).toEqual([
    {
      meter: "ephemeral_storage",
      usage: { perMachine: charged * 730 },
      price: CARD.price("aws_fargate", "ephemeral_storage"),
    },
  ]);
});

test("a task has no more than 200 GB, and other machines have none to choose", () => {
  const thrown = (run: () => unknown) => {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof PricingError)) throw error;
      return { code: error.code, field: error.path, ...error.params };
    }
  };
  expect(thrown(() => storageOf(204_801))).toEqual({
    code: "over_service_limit",
    field: ["ephemeralStorageMb"],
    service: "aws_fargate",
    value: 204_801,
    limit: 204_800,
    unit: "MB",
  });
  expect(thrown(() => storageOf(1024, "gcp_cloudrun_instances"))).toEqual({
    code: "option_not_offered",
    field: ["ephemeralStorageMb"],
    option: "ephemeralStorageMb",
    service: "gcp_cloudrun_instances",
    allowed: [],
  });
});
