import { describe, expect, test } from "vitest";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import { usagePerRequest } from "./_usage.ts";

describe("Cloudflare Containers, as https://developers.cloudflare.com/containers/pricing/ meters them", () => {
  test.each([
    // [ms, start ms, billed s]: from the start on, by 10 ms.
    [0.1, 0, 0.01],
    [10, 0, 0.01],
    [10.1, 0, 0.02],
    [1000, 2000, 3],
  ])("%d ms after a start of %d ms are %d seconds", (durationMs, initMs, seconds) => {
    const usage = usagePerRequest(
      "cloudflare_containers",
      { durationMs, memoryMb: 4096, coldStarts: { ratio: 1, initMs } },
      { cpuCount: 0.5, ephemeralStorageMb: 8192 },
    );
    expect(usage).toEqual({
      vcpu: expect.closeTo(0.5 * seconds, 12),
      memory: expect.closeTo(4 * seconds, 12),
      disk: expect.closeTo(8 * seconds, 12),
    });
  });

  // https://developers.cloudflare.com/containers/platform-details/limits/
  test("hold at most 12 GiB", () => {
    expect(METERING_RULES.cloudflare_containers.limits.memoryMb).toBe(12 * 1024);
  });
});
