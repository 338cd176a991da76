import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // These need more than Node: `npm run test:deploy`.
    exclude: ["test/deploy/**"],
    globalSetup: ["test/_global-setup.ts"],
    reporters: ["default", "./test/_count-reporter.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A browser on a busy machine takes its time; what a test waits for, it still must get.
    expect: { poll: { timeout: 10_000 } },
  },
});
