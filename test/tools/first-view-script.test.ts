import { expect, test } from "vitest";
import { firstViewScriptSource } from "../../tools/first-view-script.ts";

const DATA = '<script type="application/json" id="first-view">{"main":"/main.js"}</script>';

test("the script in a page is allowed by the hash of its text, whatever stands beside it", () => {
  // printf 'start();' | openssl dgst -sha256 -binary | base64
  const source = "'sha256-E6jQvrT2ZivWG9GJ4AAEZf4MhI7l3QkLroW4hgvUT4c='";
  for (const page of [
    "<script>start();</script>",
    `${DATA}\n    <script>start();</script><p>more</p>`,
  ]) {
    expect(firstViewScriptSource(page)).toBe(source);
  }
  expect(firstViewScriptSource("<script>start() ;</script>")).not.toBe(source);
});

test("a page without one is not taken for one whose script is empty", () => {
  const page = `${DATA}<script src="/main.js"></script>`;
  expect(() => firstViewScriptSource(page)).toThrow("no script written into it");
});
