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
    const usage = usagePerRequest("cloudflare_containers", {
      durationMs,
      memoryMb: 4096,
      coldStarts: { ratio: 1, initMs },
    });
    expect(usage).toEqual({
      subscription: 0,
      requests: 1,
      // CPU that was used, by Lambda's share unless it is said.
      vcpu: expect.closeTo(durationMs / 1000, 12),
      memory: expect.closeTo(4 * seconds, 12),
      disk: expect.closeTo(8 * seconds, 12),
    });
  });

  // https://developers.cloudflare.com/containers/platform/limits/
  test.each([
    // [MB, vCPUs, MB of disk, GiB billed, GB of disk billed]
    [256, undefined, undefined, 0.25, 2],
    [257, undefined, undefined, 1, 4],
    [1025, undefined, undefined, 4, 8],
    [4097, undefined, undefined, 6, 12],
    [6145, undefined, undefined, 8, 16],
    [8193, undefined, undefined, 12, 20],
    [128, undefined, 4001, 4, 8],
    [128, 1 / 16, undefined, 0.25, 2],
    [128, 1 / 4, undefined, 1, 4],
    [128, 1, undefined, 3, 2],
    [128, 2.5, undefined, 7.5, 2],
    [4096, 1, 8000, 4, 8],
    // More disk than the memory of one's own allows: the next type that is sold.
    [4096, 1, 9000, 6, 12],
  ])(
    "%d MB with %s vCPU and %s MB of disk are billed as %d GiB and %d GB",
    (memoryMb, cpuCount, ephemeralStorageMb, memory, disk) => {
      const usage = usagePerRequest(
        "cloudflare_containers",
        { durationMs: 1000, memoryMb },
        {
          ...(cpuCount === undefined ? {} : { cpuCount }),
          ...(ephemeralStorageMb === undefined ? {} : { ephemeralStorageMb }),
        },
      );
      expect([usage["memory"], usage["disk"]]).toEqual([memory, disk]);
    },
  );

  test("hold at most 12 GiB", () => {
    expect(METERING_RULES.cloudflare_containers.limits.memoryMb).toBe(12 * 1024);
  });
});
