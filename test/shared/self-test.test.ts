import { expect, test } from "vitest";
import { selfTest } from "../../shared/self-test.ts";

test("the self-test finds each part of a known bill right", () => {
  expect(selfTest()).toEqual({ functions: true, machines: true, egress: true });
});
