import type { Reporter, TestCase, TestModule } from "vitest/node";

/**
 * Closes a run with one plain line, for readers that know no test runner: `N passed, N failed`. Before it
 * stand the tests that passed only when they were asked again.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0;
    let failed = 0;
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        if (test.result().state === "passed") passed += 1;
        else failed += 1;
        if (test.diagnostic()?.flaky === true) console.log(`\npassed only again: ${nameOf(test)}`);
      }
    }
    console.log(`\n${passed} passed, ${failed} failed`);
  }
}

/** A test by its file, its name and what it failed with at first. */
function nameOf(test: TestCase): string {
  const failures = test.result().errors ?? [];
  return [
    test.module.relativeModuleId,
    test.fullName,
    ...failures.map(({ message }) => message),
  ].join("\n  ");
}
