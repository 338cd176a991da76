import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { VERSION } from "../../worker/version.ts";

test("the API says the version that the package has", () => {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  expect((JSON.parse(text) as { version: string }).version).toBe(VERSION);
});
