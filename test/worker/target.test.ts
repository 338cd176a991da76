import { describe, expect, test } from "vitest";
import { targetIn } from "../../worker/http/target.ts";

/** What parsing makes of an address. */
function parsed(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

describe("the target in an address is what parsing gives", () => {
  test.each([
    "http://a/",
    "https://cost.example/api/v1/compare",
    "http://localhost:8787/api/v1/compare?offers=%5B%5D&x=a/b?c",
    "http://[::1]:80//etc//x",
    "https://a/api/../health",
    "http://a/%2e%2e/health?ready=",
    "http://a/health#part?x=1",
    "http://a/health?x=1#part",
    "http://a/health?x=#",
    "http://a",
    "http://a?x=/y",
    "http://a#/y",
    "http://a\\b/c",
    "http://a:8787",
    "HTTP://A/b",
    "http:///a/b",
    "http://user@a/b",
  ])("%s", (address) => {
    expect(targetIn(address)).toBe(parsed(address));
  });
});

test("a query keeps its spelling where its path is plain", () => {
  expect(targetIn(`https://a/health?x='"{}`)).toBe(`/health?x='"{}`);
});

test("what is no address is refused", () => {
  expect(() => targetIn("https:///?x")).toThrow("the target must be a path");
});
