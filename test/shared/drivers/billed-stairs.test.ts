import { describe, expect, test } from "vitest";
import { driverRegimes } from "../../../shared/drivers/driver-regimes.ts";
import type { FunctionOffer, Offer } from "../../../shared/offer.ts";
import type { Workload } from "../../../shared/workload.ts";
import { INVENTED, LAMBDA, ONE_MACHINE, TERMS, WORKLOAD } from "../_invented.ts";

/** On a machine next to nothing, whatever the time. */
const SMALL: Workload = { ...WORKLOAD, cpuMs: 1, memoryPerRequestMb: 1 };

const near = (value: number): number => expect.closeTo(value, 6) as number;

/** Where one machine for so many dollars becomes cheaper than a function, ms. */
function cheaperUpTo(offer: FunctionOffer, workload: Workload, monthly: number): number[] {
  const change = { unitPrice: monthly / 730, currency: "USD" } as const;
  const customPrices = [{ provider: "aws", instanceType: "small", change }] as const;
  const question = { workload, terms: { ...TERMS, customPrices } };
  const offers: Offer[] = [offer, ONE_MACHINE];
  const regimes = driverRegimes(question, offers, "execution_time", INVENTED) ?? [];
  expect(regimes.map(({ cheapest }) => cheapest)).toEqual([0, 1]);
  return regimes.slice(1).map(({ from }) => from);
}

describe("the time that is billed", () => {
  test("is a minute of a task at least, which its start is a part of", () => {
    const task: FunctionOffer = { ...LAMBDA, service: "aws_fargate_task", cpuCount: 1 };
    const coldStarts = { ratio: 0.1, initMs: 30_000 };
    const workload = { ...SMALL, memoryMb: 2048, coldStarts };
    // 1,000 dollars for a minute each. A tenth takes 30 s more, a dollar and two thirds for each second
    // beyond the minute: 23.33 dollars of 24 up to 44 s, and then 25.
    expect(cheaperUpTo(task, workload, 1024)).toEqual([near(44_000)]);
    // Without starts a minute of all is 1,000 dollars.
    expect(cheaperUpTo(task, { ...workload, coldStarts: { ratio: 0, initMs: 0 } }, 1001)).toEqual([
      near(60_000),
    ]);
  });

  test("is no part of the CPU time that is given, nor of what an account has once", () => {
    const container: FunctionOffer = { ...LAMBDA, service: "cloudflare_containers" };
    // 5 dollars, 20 for the CPU time, and 10 for each 10 ms of 1 GB.
    const workload = { ...SMALL, cpuMs: 20 };
    expect(cheaperUpTo(container, workload, 67)).toEqual([near(40)]);
    const functions = [1, 2].map(() => ({ ...workload, share: 0.5 }));
    expect(cheaperUpTo(container, { ...workload, functions }, 67)).toEqual([near(40)]);
  });
});
