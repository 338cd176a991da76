import { defineConfig } from "vitest/config";

/** What asks the one container engine, a part after the other. It takes longest. */
const ENGINE = ["test/deploy/engine.test.ts"];
/**
 * Nothing runs beside these: one measures how fast a page is; one takes nginx's configuration anew as often as it can
 * while a browser asks, some of whose requests fail when the machine has no time for either; one starts releases whose
 * commands wait twenty seconds for them.
 */
const ALONE = ["performance", "proxy", "server"].map((name) => `test/deploy/${name}.test.ts`);

/** The longest that a test looks again for what it waits for. */
const POLL_MS_MAX = 30_000;

/** Tests that need more than Node: what `.ci/run` installs, and root for a container engine. */
export default defineConfig({
  test: {
    reporters: ["default", "./test/_count-reporter.ts"],
    testTimeout: 120_000,
    // The first makes a Debian of packages that it loads.
    hookTimeout: 600_000,
    expect: { poll: { timeout: POLL_MS_MAX } },
    // As in the other tests of servers; named at the end of the run.
    retry: 1,
    // The engine waits for containers more than it computes: one file without it runs beside it.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // Projects begin in the order of their names, and this one has to be among the first two files.
        test: {
          name: "engine",
          include: ENGINE,
          // Each look is a process, and one after the other they took the time of what they waited for.
          expect: { poll: { timeout: POLL_MS_MAX, interval: 250 } },
        },
      },
      {
        extends: true,
        test: {
          name: "without engine",
          include: ["test/deploy/*.test.ts"],
          exclude: [...ENGINE, ...ALONE],
        },
      },
      {
        extends: true,
        test: { name: "alone", include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
