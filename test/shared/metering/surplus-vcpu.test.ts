import { describe, expect, test } from "vitest";
import { PricingError } from "../../../shared/engine/errors.ts";
import { surplusCharge } from "../../../shared/metering/surplus-vcpu.ts";
import type { MachineOffer } from "../../../shared/offer.ts";
import { BURSTING, INVENTED, TERMS } from "../_invented.ts";

const CARD = INVENTED.card({ provider: "aws", region: "here" });
/** A thousandth of a vCPU-hour for each request. */
const DEMAND = {
  durationMs: 3600,
  cpuMs: 3600,
  memoryPerRequestMb: 1,
  largestRequestMb: 1,
  targetUtilisation: 1,
  memoryReserveMb: 0,
};

function surplusOf(offer: Partial<MachineOffer>) {
  const machine = CARD.machine("burst");
  if (machine === undefined) throw new Error("the machine is not invented");
  return surplusCharge({ ...BURSTING, ...offer }, { ...machine, vcpu: 2 }, DEMAND, TERMS, CARD);
}

describe("vCPU-hours that machines use beyond what they sustain", () => {
  // Two machines of two vCPUs have 2,920 vCPU-hours, of which they sustain a half.
  test("begin beyond their baseline, and end where all of their vCPUs are used", () => {
    const { meter, usage, price } = surplusOf({ sizing: { kind: "fixed", machines: 2 } });
    expect(meter).toBe("surplus_vcpu");
    expect(usage).toEqual({
      fixed: -1460,
      perRequest: 0.001,
      bends: [{ at: 2_920_000, perRequest: 0 }],
    });
    expect(price).toMatchObject({ unit: "vCPU-hour", tiers: [{ unitPrice: 1 }] });
  });

  test("are those of the hours that the machines run", () => {
    expect(surplusOf({ hoursPerMonth: 73 }).usage).toEqual({
      fixed: -73,
      perRequest: 0.001,
      bends: [{ at: 146_000, perRequest: 0 }],
    });
  });

  test.each([
    { sizing: { kind: "peak", minimumMachines: 1 } },
    { service: "google_cloud" },
  ] as const)("are billed on EC2, for a fixed number of machines: not for %j", (offer) => {
    let refused: unknown;
    try {
      surplusOf(offer);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(PricingError);
    expect(refused).toMatchObject({
      code: "not_sold_so",
      path: ["unlimited"],
      params: {
        instanceType: "burst",
        purchase: "unlimited",
        region: "here",
        allowed: ["aws_ec2 with a fixed number of machines"],
      },
    });
  });
});
