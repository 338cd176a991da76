import { describe, expect, test } from "vitest";
import type { FunctionServiceId } from "../../../shared/catalog/providers.ts";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import { stepsBegun, type MeteringRule } from "../../../shared/metering/rule.ts";
import type { FunctionOptions } from "../../../shared/offer.ts";
import { usageOf } from "./_usage.ts";

const RULES = Object.entries(METERING_RULES) as [FunctionServiceId, MeteringRule][];

/** Every option, chosen so that it is billed where it is one. */
const CHOSEN: Required<Omit<FunctionOptions, "egressArea">> = {
  ephemeralStorageMb: 30_720,
  cpuCount: 4,
  concurrency: 10,
  minimumInstances: 2,
  provisioned: [{ instances: 2, hoursPerMonth: 100, executionsShare: 0.5 }],
  snapStart: { coldStartRatio: 0.1, activeSeconds: 1000 },
  streamsResponses: true,
  savingsPlan: true,
};
/** The largest disk of Cloudflare's containers is less than Fargate includes. */
const CHOSEN_DISK_MB = 16_000;

describe.each(RULES)("%s", (service, rule) => {
  const workload = { durationMs: 1234.5, memoryMb: 128, egressPerRequestKb: 10_000 };

  test("has the options that change its bill, and no others", () => {
    const plain = usageOf(service, workload);
    const chosen =
      service === "cloudflare_containers"
        ? { ...CHOSEN, ephemeralStorageMb: CHOSEN_DISK_MB }
        : CHOSEN;
    const changing = Object.entries(chosen).filter(([option, value]) => {
      const usage = usageOf(service, workload, { [option]: value });
      return JSON.stringify(usage) !== JSON.stringify(plain);
    });
    // Where data is sent from changes what egress costs, not what is metered.
    const metered = rule.options.filter((option) => option !== "egressArea");
    expect(changing.map(([option]) => option).toSorted()).toEqual(metered.toSorted());
  });

  test("has architectures where its prices differ by them", () => {
    const x86 = usageOf(service, workload, { architecture: "x86_64" });
    const arm = usageOf(service, workload, { architecture: "arm64" });
    expect(JSON.stringify(x86) !== JSON.stringify(arm)).toBe(rule.hasArchitectures === true);
  });

  test("has a free allowance that both architectures share at two prices on Lambda alone", () => {
    const withAllowance = (architecture: "x86_64" | "arm64") =>
      usageOf(service, workload, { architecture }).filter(
        ({ allowance }) => allowance !== undefined,
      );
    const arm = withAllowance("arm64");
    const isShared = withAllowance("x86_64").some(({ allowance, price }) =>
      arm.some((other) => other.allowance === allowance && other.price !== price),
    );
    expect(isShared).toBe(service === "aws_lambda");
  });

  test("bills the start of an instance where it says so", () => {
    const coldStarts = { ratio: 0.5, initMs: 100_000 };
    const usage = usageOf(service, { ...workload, coldStarts });
    const billsInit = rule.billedTime?.includesInit === true;
    expect(JSON.stringify(usage) !== JSON.stringify(usageOf(service, workload))).toBe(billsInit);
  });

  test("charges a subscription once for an account, and nothing else", () => {
    for (const { meter, perAccount } of usageOf(service, workload)) {
      expect(perAccount === true, meter).toBe(meter === "subscription");
    }
  });
});

test("a step is begun by a nanosecond of the longest time, but not by what a computation leaves behind", () => {
  for (const steps of [1, 3, 100, 3_600_000]) {
    expect(stepsBegun(steps)).toBe(steps);
    expect(stepsBegun((steps / 0.7) * 0.7)).toBe(steps);
    expect(stepsBegun(steps * (1 + Number.EPSILON))).toBe(steps);
    expect(stepsBegun(steps + 1e-6)).toBe(steps + 1);
    expect(stepsBegun(steps - 1e-6)).toBe(steps);
  }
  expect(stepsBegun(0)).toBe(0);
  expect(stepsBegun(1e-300)).toBe(1);
});
