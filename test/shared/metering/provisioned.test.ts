import { describe, expect, test } from "vitest";
import { busiestMs, requestsServed, splitRequests } from "../../../shared/metering/provisioned.ts";

/** Two instances for ten hours: 72,000 seconds. */
const PERIOD = { instances: 2, hoursPerMonth: 10, executionsShare: 0.5 };

test("instances serve as many requests as their time has room for, so many at a time", () => {
  expect(requestsServed(PERIOD, 100)).toBe(720_000);
  expect(requestsServed(PERIOD, 1000)).toBe(72_000);
  expect(requestsServed(PERIOD, 1000, 10)).toBe(720_000);
});

test("a request takes no longer than leaves room for their share of all", () => {
  // Half of 360,000 requests in 72,000 seconds: 0.4 s each.
  expect(busiestMs(PERIOD, 360_000)).toBe(400);
  expect(busiestMs(PERIOD, 360_000, 3)).toBe(1200);
  expect(busiestMs({ ...PERIOD, executionsShare: 1 }, 360_000)).toBe(200);
});

describe("requests are served", () => {
  test("by instances kept ready up to their share, and by others from where these are full", () => {
    // 72,000 of a second each are half of 144,000.
    expect(splitRequests([PERIOD], 1000)).toEqual({
      ready: { fixed: 0, perRequest: 0.5, bends: [{ at: 144_000, perRequest: 0 }] },
      others: { fixed: 0, perRequest: 0.5, bends: [{ at: 144_000, perRequest: 1 }] },
    });
    expect(splitRequests([PERIOD], 1000, 2).ready.bends).toEqual([{ at: 288_000, perRequest: 0 }]);
  });

  test("by several periods, each until it is full", () => {
    const both = [PERIOD, { instances: 1, hoursPerMonth: 5, executionsShare: 0.25 }];
    expect(splitRequests(both, 1000)).toEqual({
      ready: {
        fixed: 0,
        perRequest: 0.75,
        bends: [
          { at: 72_000, perRequest: 0.5 },
          { at: 144_000, perRequest: 0 },
        ],
      },
      others: {
        fixed: 0,
        perRequest: 0.25,
        bends: [
          { at: 72_000, perRequest: 0.5 },
          { at: 144_000, perRequest: 1 },
        ],
      },
    });
  });

  test("by others alone where instances are kept for no share of them", () => {
    expect(splitRequests([{ ...PERIOD, executionsShare: 0 }], 1000)).toEqual({
      ready: { fixed: 0, perRequest: 0 },
      others: { fixed: 0, perRequest: 1 },
    });
  });

  test("never by fewer than none of the others, where shares add up to more than all", () => {
    const { others } = splitRequests([{ ...PERIOD, executionsShare: 1.25 }], 1000);
    expect(others.perRequest).toBe(0);
  });
});
