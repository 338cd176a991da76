import { defineConfig } from "vitest/config";

const PAGES_AND_SERVERS = ["test/browser/**/*.test.ts", "test/runtimes/**/*.test.ts"];
/** These load a server, kill it under load or time its limits: no browser runs beside them. They wait a lot. */
const UNDER_LOAD = ["attacks", "cluster", "node-server"].map(
  (name) => `test/runtimes/${name}.test.ts`,
);

/**
 * Browsers and servers are at the mercy of a machine that others may load. What passes only when it is
 * asked again is named at the end of the run.
 */
const AGAIN = 1;

export default defineConfig({
  test: {
    globalSetup: ["test/_global-setup.ts"],
    reporters: ["default", "./test/_count-reporter.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A browser on a busy machine takes its time; what a test waits for, it still must get.
    expect: { poll: { timeout: 10_000 } },
    // The default leaves a processor free, which is half of a machine of two.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "code",
          include: ["test/**/*.test.ts"],
          // The deployment's tests need more than Node: `npm run test:deploy`.
          exclude: ["test/deploy/**", ...PAGES_AND_SERVERS],
          // They keep no state, so the engine and the catalog need not be loaded anew for each file.
          isolate: false,
          // Thousands of random questions, on a machine that may be slow and busy.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          // Projects begin in the order of their names, and in each the largest file. The last of these wait for
          // something long in a short file; what takes a moment each then fills the other processor.
          name: "browsers and servers",
          include: PAGES_AND_SERVERS,
          exclude: UNDER_LOAD,
          // Longer than a browser waits for one thing (30 s), so that the failure names what did not come.
          testTimeout: 90_000,
          retry: AGAIN,
        },
      },
      {
        extends: true,
        test: {
          name: "under load",
          include: UNDER_LOAD,
          retry: AGAIN,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
