/** The version in package.json; `test/worker/version.test.ts` keeps the two together. */
export const VERSION = "0.1.0";
