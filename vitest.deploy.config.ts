import { defineConfig } from "vitest/config";

/** Tests that need more than Node: what `.ci/run` installs, and root for a container engine. */
export default defineConfig({
  test: {
    include: ["test/deploy/**/*.test.ts"],
    reporters: ["default", "./test/_count-reporter.ts"],
    testTimeout: 120_000,
    // The first makes a Debian of packages that it loads.
    hookTimeout: 600_000,
    expect: { poll: { timeout: 30_000 } },
    // As in the other tests of servers; named at the end of the run.
    retry: 1,
    // They measure and load the whole machine.
    fileParallelism: false,
  },
});
