import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tools/mutation/all-tests.ts"],
    setupFiles: ["tools/mutation/quick-properties.ts"],
    testTimeout: 120_000,
  },
});
