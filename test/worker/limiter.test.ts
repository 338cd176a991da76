import { afterEach, expect, test, vi } from "vitest";
import { openLimiter } from "../../worker/node/limiter.ts";
import { RATE_WINDOW_SECONDS } from "../../worker/platform.ts";

afterEach(() => vi.useRealTimers());

test("a clock that is set back shuts nobody out for longer than the window", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const notices: unknown[] = [];
  const limiter = openLimiter(1, {
    store: null,
    isCluster: false,
    notice: (error) => notices.push(error),
  });
  expect(await limiter.take("client", 1)).toMatchObject({ isExceeded: false });
  vi.setSystemTime(Date.now() - 3_600_000);
  const { isExceeded, resetSeconds } = await limiter.take("client", 1);
  expect(isExceeded).toBe(true);
  expect(resetSeconds).toBeLessThanOrEqual(RATE_WINDOW_SECONDS);
  expect(notices).toEqual([]);
});
