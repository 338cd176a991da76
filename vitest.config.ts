import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/_global-setup.ts"],
    reporters: ["default", "./test/_count-reporter.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
