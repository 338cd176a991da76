import { defineConfig } from "vitest/config";

/** Tests that need more than Node: Redis, Prometheus' promtool, wrk. */
export default defineConfig({
  test: {
    include: ["test/deploy/**/*.test.ts"],
    reporters: ["default", "./test/_count-reporter.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // They measure and load the whole machine.
    fileParallelism: false,
  },
});
